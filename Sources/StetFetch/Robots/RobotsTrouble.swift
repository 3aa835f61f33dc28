/// Why a robots.txt could not be had.
public enum RobotsTrouble: Sendable, Hashable {
  /// The server answered with this status.
  case status(Int)
  /// There was no complete answer.
  case fetch(FetchError.Code)

  /// The status or the error's code: `503`, `cannotConnect`.
  var code: String {
    switch self {
    case .status(let status): "\(status)"
    case .fetch(let code): code.rawValue
    }
  }
}
