public import StetModel

/// An address that waits to be fetched: a source named it and it is not in the archive yet, or it is and the last
/// attempt brought no page.
public struct WaitingAddress: Sendable, Hashable {
  /// The address.
  public var address: PageAddress
  /// When it was first heard of.
  public var found: Timestamp
  /// The day that its source gives it, published or changed; nil where it gives none.
  public var dated: Timestamp?
  /// Not to be asked for before then.
  public var due: Timestamp
  /// Why it waits, for a person.
  public var reason: String
  /// Attempts in a row that brought no page.
  public var failures: Int
  /// Whether the archive has the page.
  public var isKnown: Bool

  /// An address.
  public init(
    _ address: PageAddress, found: Timestamp, dated: Timestamp? = nil, due: Timestamp, reason: String,
    failures: Int = 0,
    isKnown: Bool = false
  ) {
    self.address = address
    self.found = found
    self.dated = dated
    self.due = due
    self.reason = reason
    self.failures = failures
    self.isKnown = isKnown
  }
}
