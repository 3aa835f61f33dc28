/// What a block of text says, as a number: the first 64 bits of the SHA-256 of its text under `ReadingText`, by which it is
/// known again on another page.
public struct BlockPrint: Sendable, Hashable, CustomStringConvertible {
  /// The number.
  public let value: UInt64

  /// A print with this number.
  public init(value: UInt64) { self.value = value }

  /// Reads the spelled form, 16 lower-case hexadecimal digits; nil for anything else.
  public init?(_ text: String) {
    let isSpelled = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard text.utf8.count == 16, isSpelled, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  /// The spelled form.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
