/// What is asked before each request of a fetch, redirects included, and told after it.
protocol HopManners: Sendable {
  /// Waits until the request may be sent.
  /// - Throws: when it may not.
  func before(_ hop: Hop) async throws(FetchError)
  /// The request that `before` let through has ended, one way or the other.
  /// - Parameter response: nil when there is none.
  func after(_ hop: Hop, _ response: HopResponse?)
}
