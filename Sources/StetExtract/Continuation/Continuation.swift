public import StetModel

/// What tells that the text of a page ends before the article does.
public struct Continuation: Sendable, Hashable {
  /// How the text is cut.
  public enum Kind: String, Sendable, Hashable {
    /// The article has several pages, and this is not the last one.
    case nextPage = "next page"
    /// The page has the beginning of a text that stands elsewhere.
    case elsewhere = "elsewhere"
    /// The rest is for subscribers.
    case subscribers = "subscribers"
  }

  /// How it is cut.
  public var kind: Kind
  /// Where the text goes on; nil when the page does not say.
  public var address: PageAddress?
  /// Where the whole text stands on one page, if the site offers that; nil unless `kind` is `nextPage`.
  public var whole: PageAddress?
  /// Why nothing was to be had from there, as a part of a sentence; nil when nobody asked.
  public var missing: String?
  /// The rule that found it, in plain words.
  public var rule: String
}
