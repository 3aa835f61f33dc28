/// International labels of host names in ASCII (RFC 3492).
enum Punycode {
  /// What a label starts with that is written so (RFC 5890, 2.3.2.1).
  private static let prefix = "xn--"
  /// The longest label of a host name, in bytes (RFC 1035, 2.3.4). What is longer is none, and stays as it stands: the
  /// work grows with the square.
  private static let longest = 63

  /// A label in ASCII; as it stands when that is what it is, or when it is too long for one.
  static func label(_ text: Substring) -> String {
    let scalars = text.unicodeScalars.prefix(longest + 1).map { Int($0.value) }
    guard scalars.count <= longest, scalars.contains(where: { $0 >= firstCode }) else { return String(text) }
    let label = prefix + encode(scalars)
    return label.utf8.count <= longest ? label : String(text)
  }

  // MARK: RFC 3492, 5 and 6

  private static let (base, smallest, largest, skew, damp, firstBias, firstCode) = (36, 1, 26, 38, 700, 72, 0x80)

  private static func encode(_ scalars: [Int]) -> String {
    var output = scalars.filter { $0 < firstCode }.map { UInt8(truncatingIfNeeded: $0) }
    let plain = output.count
    var done = plain
    if plain > 0 { output.append(UInt8(ascii: "-")) }
    var (code, delta, bias) = (firstCode, 0, firstBias)
    while done < scalars.count, let next = scalars.lazy.filter({ $0 >= code }).min() {
      delta += (next - code) * (done + 1)
      code = next
      for scalar in scalars {
        if scalar < code { delta += 1 }
        guard scalar == code else { continue }
        output += digits(of: delta, bias)
        bias = adapt(delta, done + 1, isFirst: done == plain)
        delta = 0
        done += 1
      }
      delta += 1
      code += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func digits(of delta: Int, _ bias: Int) -> [UInt8] {
    var digits: [UInt8] = []
    var (rest, place) = (delta, base)
    while true {
      let threshold = min(max(place - bias, smallest), largest)
      guard rest >= threshold else { break }
      digits.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      place += base
    }
    return digits + [digit(rest)]
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: value) + (value < 26 ? UInt8(ascii: "a") : UInt8(ascii: "0") - 26)
  }

  private static func adapt(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var bias = 0
    while delta > (base - smallest) * largest / 2 {
      delta /= base - smallest
      bias += base
    }
    return bias + (base - smallest + 1) * delta / (delta + skew)
  }
}
