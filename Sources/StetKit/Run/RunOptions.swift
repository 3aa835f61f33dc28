public import StetModel

/// What a run is told, besides the watchlist.
public struct RunOptions: Sendable, Hashable {
  /// Only so many pages are fetched, feeds and sitemaps not counted; nil: all that are due.
  public var maximumPages: Int?
  /// After so long no further page is begun; nil: no end.
  public var deadline: Duration?
  /// New pages whose source dates them before this are left waiting; nil: none are.
  public var since: Timestamp?

  /// No limits.
  public init(maximumPages: Int? = nil, deadline: Duration? = nil, since: Timestamp? = nil) {
    self.maximumPages = maximumPages
    self.deadline = deadline
    self.since = since
  }
}
