public import StetModel

/// A version of a page in which was found what was looked for.
public struct SearchHit: Sendable, Hashable {
  /// The page's key.
  public let page: PageKey
  /// Its folder below the archive's root.
  public let folder: String
  /// Number of the version.
  public let version: Int
  /// Whether it is the page's latest with text.
  public let isCurrent: Bool
  /// When it was captured.
  public let captured: Timestamp
  /// As the page gives it; nil when it does not.
  public let published: String?
  /// The title; nil when it has none.
  public let title: String?
  /// Names of the authors, with commas between; nil when there are none.
  public let authors: String?
  /// How well it fits: the higher the better, comparable within one search only.
  public let score: Double
  /// The fields with what was found in them marked: title, author, item and tag whole, where something was found in
  /// them, the body as a part around the finds (its beginning, where there are none in it). Empty when the version's
  /// file cannot be read.
  public internal(set) var marks: [SearchField: MarkedText] = [:]
}
