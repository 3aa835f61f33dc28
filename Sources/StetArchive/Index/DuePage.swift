public import StetModel

/// A page and what decides when it is visited again.
public struct DuePage: Sendable, Hashable {
  /// The page's key.
  public let key: PageKey
  /// Its folder below the archive's root.
  public let folder: String
  /// When it is, or was, due.
  public let due: Timestamp
  /// First visit.
  public let firstSeen: Timestamp
  /// Last visit, whatever came of it.
  public let lastVisit: Timestamp
  /// Last visit that brought a version; other rules of extraction do not count. Nil when none did.
  public let lastChange: Timestamp?
  /// What came of the last visit.
  public let outcome: VisitOutcome
  /// How many visits in a row had that outcome, the last one included.
  public let streak: Int
}
