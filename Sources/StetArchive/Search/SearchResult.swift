/// What a search has found.
public struct SearchResult: Sendable, Hashable {
  /// The best, the best first.
  public let hits: [SearchHit]
  /// How many were found; when `isMinimum`, there are more.
  public let total: Int
  /// Whether so many fit that only the last added of them were weighed against each other.
  public let isMinimum: Bool
}
