public import StetModel

/// A page as the list of its site shows it.
public struct SitePage: Sendable, Hashable {
  /// What comes first.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// By the bytes of the page's key.
    case address
    /// The one that changed last.
    case changed
    /// The one with the most versions.
    case versions
  }

  /// What it is, and its latest version.
  public let summary: PageSummary
  /// When it was visited last; nil: never.
  public let lastVisit: Timestamp?
  /// When the last version came that the page is the cause of; nil: there is none.
  public let lastChange: Timestamp?
  /// Since when it has not been seen; nil when it is well, or gone.
  public let failingSince: Timestamp?
  /// What the last visit brought; nil when there was none.
  public let outcome: VisitOutcome?
  /// Whether its latest version cannot be read.
  public let isBroken: Bool
}
