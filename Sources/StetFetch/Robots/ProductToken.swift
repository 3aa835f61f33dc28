internal import StetModel

/// The name that a crawler goes by in robots.txt (RFC 9309, 2.2.1), taken from what it says of itself.
public struct ProductToken: Sendable, Hashable, CustomStringConvertible {
  /// The name as written: `stet` of `stet/0.1.0 (+mailto:you@example.org)`.
  public let description: String
  private let folded: [UInt8]

  /// The token of a User-Agent: the first word up to its version. Where that is what browsers call themselves, the name
  /// behind `compatible;` counts, as in the RFC's own example (`Mozilla/5.0 (compatible; ExampleBot/0.1; …)`).
  public init(agent: String) {
    var name = Self.name(Array(agent.utf8)[...])
    let bytes = Array(agent.utf8)
    let mark = Array("(compatible;".utf8)
    if name.map(ASCII.lowercased).elementsEqual("mozilla".utf8),
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: mark) })
    {
      let own = Self.name(bytes[(start + mark.count)...].drop(while: ASCII.isSpace))
      if !own.isEmpty { name = own }
    }
    description = String(decoding: name, as: UTF8.self)
    folded = name.map(ASCII.lowercased)
  }

  /// Whether the value of a User-agent line names this crawler; case does not matter. The value counts up to its first
  /// space, as with Google's parser, and a version behind the name is passed over.
  func isNamed(by value: ArraySlice<UInt8>) -> Bool {
    !folded.isEmpty && Self.name(value).map(ASCII.lowercased) == folded
  }

  // Letters, `_` and `-` are all that the RFC allows; crawlers with digits in their names exist all the same.
  private static func name(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.prefix { !ASCII.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "(") }
  }
}
