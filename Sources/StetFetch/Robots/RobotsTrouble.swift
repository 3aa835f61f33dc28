/// Why a robots.txt could not be had.
public enum RobotsTrouble: Sendable, Hashable {
  /// The server answered with this status.
  case status(Int)
  /// There was no complete answer.
  case fetch(FetchError.Code)
}
