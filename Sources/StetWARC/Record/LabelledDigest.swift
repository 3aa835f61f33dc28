internal import StetDigest
public import StetModel

/// A digest as WARC fields spell it: the algorithm's name, `:`, and the value in base 16 or base 32 (WARC 1.1, 5.8).
///
/// stet writes `sha256:` and 64 hexadecimal digits: a token by the letter of the standard, which base 32 with its `=` is
/// not, and one that warcio reads.
public struct LabelledDigest: Sendable, Hashable {
  /// Whether bytes fit a digest.
  public enum Match: Sendable, Hashable {
    case same
    case different
    /// The algorithm is unknown here, or the value is not spelled in base 16 or base 32.
    case unknown
  }

  /// The field's value.
  public let text: String

  /// A digest as written.
  public init(_ text: String) { self.text = text }

  /// Whether these bytes have this digest.
  public func match(_ bytes: ArraySlice<UInt8>) -> Match {
    // As stet writes it, and most of what is read.
    if let digest = Digest(text) { return Digest.sha256(of: bytes) == digest ? .same : .different }
    guard let (algorithm, value) = parts, let digest = algorithm.digest(of: bytes) else { return .unknown }
    return digest == value ? .same : .different
  }

  /// The digest in stet's own spelling; nil when it is not SHA-256.
  public var sha256: Digest? {
    if let digest = Digest(text) { return digest }
    guard let (algorithm, value) = parts, algorithm == .sha256 else { return nil }
    return Digest(bytes: value)
  }

  private var parts: (HashAlgorithm, [UInt8])? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = ASCII.lowercased(String(text[..<colon])).filter { $0 != "-" }
    guard let algorithm = HashAlgorithm(rawValue: name) else { return nil }
    let value = Array(text.utf8[text.utf8.index(after: colon)...])
    let bytes = value.count == algorithm.length * 2 ? Self.base16(value) : Self.base32(value)
    guard let bytes, bytes.count == algorithm.length else { return nil }
    return (algorithm, bytes)
  }

  private static func base16(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: text.count, by: 2) {
      guard let high = digit(text[index]), let low = digit(text[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch ASCII.lowercased(byte) {
    case let byte where ASCII.isDigit(byte): byte - 0x30
    case let byte where (0x61...0x66).contains(byte): byte - 0x61 + 10
    default: nil
    }
  }

  /// RFC 4648, 6; lower case and missing `=` are accepted.
  private static func base32(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.prefix(while: { $0 != UInt8(ascii: "=") }) {
      let lower = ASCII.lowercased(byte)
      let value: UInt8
      if (0x61...0x7A).contains(lower) {
        value = lower - 0x61
      } else if (0x32...0x37).contains(byte) {
        value = byte - 0x32 + 26
      } else {
        return nil
      }
      bits = bits << 5 | UInt32(value)
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
