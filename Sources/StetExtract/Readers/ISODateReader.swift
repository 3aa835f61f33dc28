internal import StetModel

/// ISO 8601 as it is found in attributes and structured data: extended and basic form, a space for the `T`, offsets
/// with and without colon or minutes. Fractions of a second are dropped.
struct ISODateReader {
  private let bytes: [UInt8]
  private var position = 0

  /// The date that the whole text spells; nil when it spells anything else.
  static func parse(_ text: String) -> DateParts? {
    let bytes = Array(text.utf8.drop(while: ASCII.isSpace).prefix(48))
    guard bytes.count >= 4, bytes.count < 48 else { return nil }
    var reader = ISODateReader(bytes: bytes)
    guard let parts = reader.date() else { return nil }
    reader.skipSpace()
    return reader.position == bytes.count ? parts : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func date() -> DateParts? {
    guard let year = digits(4) else { return nil }
    var parts = DateParts(year: year)
    if take("-") || take("/") {
      guard let month = digits(2) ?? digits(1) else { return nil }
      parts.month = month
      guard take("-") || take("/") else { return parts }
      guard let day = digits(2) ?? digits(1) else { return nil }
      parts.day = day
    } else if let month = digits(2), let day = digits(2) {
      parts.month = month
      parts.day = day
    } else {
      return position == 4 ? parts : nil
    }
    let mark = position
    let hasMark = take("T") || take("t") || take("_") || skipSpace()
    if hasMark, position < bytes.count {
      guard let time = time() else {
        // "2012-11-17T24:00" and the like: the day still stands.
        position = mark == bytes.count ? mark : bytes.count
        return bytes[mark] == UInt8(ascii: "T") ? parts : nil
      }
      parts.time = time
    }
    return parts
  }

  private mutating func time() -> TimeParts? {
    guard let hour = digits(2) ?? digits(1) else { return nil }
    let hasColon = take(":")
    guard let minute = digits(2) else { return nil }
    var second = 0
    if hasColon ? take(":") : (peek.map(ASCII.isDigit) ?? false) {
      guard let written = digits(2) else { return nil }
      second = written
      if take(".") || take(",") {
        while let byte = peek, ASCII.isDigit(byte) { position += 1 }
      }
    }
    skipSpace()
    return TimeParts(hour: hour, minute: minute, second: second, offset: offset())
  }

  /// "Z", "UTC", "GMT", "+01:00", "+0100", "+01"; nil without one.
  private mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    for name in ["UTC", "GMT"] where bytes[position...].starts(with: name.utf8) {
      position += 3
      return 0
    }
    let mark = position
    let isWest = take("-")
    guard isWest || take("+"), let hours = digits(2) else {
      position = mark
      return nil
    }
    _ = take(":")
    let minutes = digits(2) ?? 0
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard let byte = peek, UInt32(byte) == mark.value else { return false }
    position += 1
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard position + count <= bytes.count, bytes[position..<position + count].allSatisfy(ASCII.isDigit) else {
      return nil
    }
    // One digit is a number of its own only when no other follows.
    if count == 1, position + 1 < bytes.count, ASCII.isDigit(bytes[position + 1]) { return nil }
    defer { position += count }
    return bytes[position..<position + count].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = position
    while let byte = peek, ASCII.isSpace(byte) { position += 1 }
    return position > start
  }
}
