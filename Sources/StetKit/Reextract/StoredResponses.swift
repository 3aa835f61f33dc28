public import StetArchive
public import StetModel

/// Where the responses are kept that snapshots were read from.
public protocol StoredResponses: Sendable {
  /// The response that a version was read from; nil when it was never kept.
  func response(of snapshot: Snapshot) throws(ArchiveError) -> HTTPExchange?
}
