internal import Glibc

/// The built command-line tool.
public enum StetBinary {
  /// Its path: what the environment's `STET_BINARY` says (a release build, say), else next to the test bundle, where
  /// the build puts both. Nil when it has not been built.
  public static var path: String? {
    if let named = getenv("STET_BINARY") { return access(named, X_OK) == 0 ? String(cString: named) : nil }
    guard let own = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(own) }
    let folders = [String(cString: own), CommandLine.arguments.first ?? ""].map { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
    return folders.map { "\($0)/stet" }.first { access($0, X_OK) == 0 }
  }

  /// Runs it to its end.
  public static func run(
    _ arguments: [String], environment: [String: String]? = nil, stdin: [UInt8] = [], workingDirectory: String? = nil,
    timeout: Duration = .seconds(60)
  ) throws -> ProcessOutcome {
    guard let path else { throw SystemFailure("find stet next to the tests", code: ENOENT) }
    return try ProcessRun.run(
      path, arguments, environment: environment, stdin: stdin, workingDirectory: workingDirectory, timeout: timeout)
  }
}
