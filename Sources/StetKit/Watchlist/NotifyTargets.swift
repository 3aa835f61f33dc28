public import StetModel

/// Who is told when pages have changed.
public struct NotifyTargets: Sendable, Hashable {
  /// A command for `/bin/sh`, which gets the report as JSON on its standard input; nil: none.
  public var command: String?
  /// An address that the report is posted to as JSON; nil: none.
  public var webhook: PageAddress?
  /// A file with the secret that posts are signed with; nil: they are not signed.
  public var webhookSecretFile: String?
  /// A file that is kept as an Atom feed of the latest changes; nil: none.
  public var atom: String?

  /// Nobody.
  public init() {}
}
