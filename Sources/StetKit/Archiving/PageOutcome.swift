public import StetModel

/// What came of archiving one page.
public struct PageOutcome: Sendable {
  /// In one word.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Stored for the first time.
    case new
    /// A version was written.
    case changed
    /// Nothing differs that makes a version.
    case unchanged
    /// Not found for so long that a tombstone was written.
    case gone
    /// Set aside with its reason; no version was touched.
    case quarantined
    /// Not fetched, not found or not stored.
    case failed
  }

  /// The address that was asked for.
  public let address: PageAddress
  /// The page's key; that of the address when it did not get so far.
  public let page: PageKey
  /// What came of it.
  public let kind: Kind
  /// The version that was written or found unchanged.
  public let version: Int?
  /// That version's digest.
  public let digest: Digest?
  /// Why the page is gone, quarantined or failed; nil otherwise.
  public let error: (any Error)?

  init(
    _ kind: Kind, _ address: PageAddress, page: PageKey? = nil, version: Int? = nil, digest: Digest? = nil,
    error: (any Error)? = nil
  ) {
    self.kind = kind
    self.address = address
    self.page = page ?? PageKey(address)
    self.version = version
    self.digest = digest
    self.error = error
  }

  /// `{"page", "outcome", "version"?, "digest"?, "error"?}`.
  public var json: JSONValue {
    var object: JSONObject = ["page": .string(page.description), "outcome": .string(kind.rawValue)]
    object["version"] = version.map { .number(Double($0)) }
    object["digest"] = digest.map { .string($0.description) }
    object["error"] = error.map { .string("\($0)") }
    return .object(object)
  }
}
