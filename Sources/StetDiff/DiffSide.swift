public import StetModel

/// Which snapshot stands on one side of a comparison.
public struct DiffSide: Sendable, Hashable {
  /// The page's key.
  public let page: PageKey
  /// The snapshot's number.
  public let version: Int
  /// When the page was captured.
  public let captured: Timestamp
  /// Why the version was written.
  public let cause: SnapshotCause
  /// The snapshot's digest; nil when it is not known.
  public let digest: Digest?
  /// The language of the record (BCP 47); nil when it is not known, or there is no record.
  public let language: String?

  init(_ snapshot: Snapshot, digest: Digest?) {
    page = snapshot.page
    version = snapshot.version
    captured = snapshot.captured
    cause = snapshot.cause
    self.digest = digest
    language = snapshot.review?.language
  }

  /// `{"page", "version", "captured", "cause", "digest"?}`.
  public var json: JSONValue {
    var object: JSONObject = [
      "page": .string(page.description), "version": .number(Double(version)),
      "captured": .string(captured.description), "cause": .string(cause.rawValue),
    ]
    object["digest"] = digest.map { .string($0.description) }
    return .object(object)
  }
}
