public import StetArchive
public import StetModel

/// Where the responses are kept that snapshots were read from.
public protocol StoredResponses: Sendable {
  /// The response that a version was read from; nil when it was never kept.
  func response(of snapshot: Snapshot) throws(ArchiveError) -> HTTPExchange?

  /// The responses of the later pages that it was read from, too, in the order of `response.parts`; nil when one of them
  /// is not kept.
  func parts(of snapshot: Snapshot) throws(ArchiveError) -> [HTTPExchange]?

  /// Other addresses that led to a page, as far as they are known: a later page of a review may name it by one of them.
  func aliases(of page: PageKey) throws(ArchiveError) -> [PageAddress]
}
