public import StetModel

/// Something that does not go well: a page, a source or a host that fails.
public struct RunTrouble: Sendable, Hashable {
  /// What it is about: an address or a host.
  public var subject: String
  /// The site.
  public var site: String
  /// What goes wrong, in a word: as long as it stays the same, the trouble is the same.
  public var code: String
  /// What goes wrong, in one line for a person.
  public var message: String
  /// Since when.
  public var since: Timestamp
  /// When it was last met.
  public var seen: Timestamp

  /// A trouble that has just been met.
  public init(subject: String, site: String, code: String, message: String, at moment: Timestamp) {
    self.subject = subject
    self.site = site
    self.code = code
    self.message = message
    since = moment
    seen = moment
  }
}
