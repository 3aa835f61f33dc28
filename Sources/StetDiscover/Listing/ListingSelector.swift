internal import StetHTML

/// A CSS selector of the links on listing pages, for sites whose listings are not understood without. Two with the same
/// text are the same.
public struct ListingSelector: Sendable, Hashable, CustomStringConvertible {
  /// The selector as given.
  public let text: String
  let selector: Selector

  /// Reads a selector.
  /// - Throws: `DiscoveryError.Code.badSelector`, with the column of what cannot be read.
  public init(_ text: String) throws(DiscoveryError) {
    self.text = text
    do throws(SelectorError) {
      selector = try Selector(text)
    } catch {
      throw DiscoveryError(.badSelector, error.message)
    }
  }

  /// The selector as given.
  public var description: String { text }

  /// Whether the texts are the same.
  public static func == (one: ListingSelector, other: ListingSelector) -> Bool { one.text == other.text }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
