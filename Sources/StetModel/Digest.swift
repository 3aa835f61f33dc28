/// A SHA-256 digest, spelled `sha256:` and 64 lower-case hexadecimal digits.
public struct Digest: Sendable, Hashable, CustomStringConvertible {
  /// The 64 hexadecimal digits.
  public let hexadecimal: String

  /// A digest from its 32 bytes; nil when there are not 32.
  public init?(bytes: some Collection<UInt8>) {
    // Other modules have no code of their own for this: what a loop over any collection asks for is looked up with each byte.
    let bytes = Array(bytes)
    guard bytes.count == 32 else { return nil }
    hexadecimal = String(unsafeUninitializedCapacity: 64) { text in
      for index in 0..<32 {
        text[2 * index] = Self.digit(bytes[index] >> 4)
        text[2 * index + 1] = Self.digit(bytes[index] & 15)
      }
      return 64
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Reads the spelled form; nil for anything else.
  public init?(_ text: String) {
    // On the path of each file that is verified: by bytes.
    var text = text
    let digits = text.withUTF8 { bytes -> String? in
      guard bytes.count == 71, bytes[..<7].elementsEqual("sha256:".utf8) else { return nil }
      let digits = UnsafeBufferPointer(rebasing: bytes[7...])
      guard digits.allSatisfy(Self.isDigit) else { return nil }
      return String(decoding: digits, as: UTF8.self)
    }
    guard let digits else { return nil }
    hexadecimal = digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f")
  }

  /// The spelled form.
  public var description: String { "sha256:" + hexadecimal }
}
