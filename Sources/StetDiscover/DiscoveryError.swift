/// A document that tells no addresses, or a pattern or selector that cannot be one.
public struct DiscoveryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// The document is no feed of a known format.
    case notAFeed
    /// The document is no sitemap of a known format.
    case notASitemap
    /// The document is no HTML page.
    case notAPage
    /// The document, decompressed where it is compressed, is longer than allowed.
    case tooLarge
    /// The document nests deeper than allowed.
    case tooComplex
    /// A compressed document is damaged.
    case corrupt
    /// A pattern of addresses is wrong.
    case badPattern
    /// A selector of a listing's links cannot be read.
    case badSelector
    /// The selector that the user names selects no link on the first page of a listing.
    case selectsNothing
  }

  /// What is wrong.
  public let code: Code
  /// What is wrong, for a person.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// One line for a person.
  public var description: String { message }
}
