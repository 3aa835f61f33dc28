/// Runs a program to its end.
public enum ProcessRun {
  /// Runs a program and waits for its end.
  /// - Parameters:
  ///   - executable: its path; a name without slash is looked up in PATH.
  ///   - arguments: without the program's own name.
  ///   - environment: the whole environment; that of the tests when nil.
  ///   - stdin: what it reads from standard input.
  ///   - workingDirectory: where it runs; the folder of the tests when nil.
  ///   - timeout: after this it is killed with everything it started.
  public static func run(
    _ executable: String, _ arguments: [String] = [], environment: [String: String]? = nil, stdin: [UInt8] = [],
    workingDirectory: String? = nil, timeout: Duration = .seconds(60)
  ) throws -> ProcessOutcome {
    try RunningProcess(
      executable, arguments, environment: environment, stdin: stdin, workingDirectory: workingDirectory
    ).wait(timeout: timeout)
  }
}
