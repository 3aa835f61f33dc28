/// How a process ended and what it wrote.
public struct ProcessOutcome: Sendable {
  /// How it ended.
  public enum Ending: Sendable, Hashable {
    /// By itself, with this exit code.
    case exited(Int32)
    /// By this signal.
    case signalled(Int32)
    /// It ran too long and was killed.
    case timedOut
  }

  /// How it ended.
  public let ending: Ending
  /// What it wrote to standard output.
  public let standardOutput: [UInt8]
  /// What it wrote to standard error.
  public let standardError: [UInt8]

  /// The exit code; nil when it did not exit by itself.
  public var exitCode: Int32? {
    if case .exited(let code) = ending { code } else { nil }
  }

  /// Standard output as text.
  public var output: String { String(decoding: standardOutput, as: UTF8.self) }
  /// Standard error as text.
  public var errorOutput: String { String(decoding: standardError, as: UTF8.self) }
}
