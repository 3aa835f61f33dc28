import StetModel
import StetTestSupport
import Testing

/// A folder of its own, a server, and the built tool at work in it.
struct Workplace {
  let folder: TemporaryDirectory
  let server: ScriptedServer

  init() throws {
    folder = try TemporaryDirectory()
    server = try ScriptedServer()
  }

  static let environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"]

  /// Runs `stet` in the folder, where its archive is `Archive`.
  func stet(_ arguments: String..., stdin: [UInt8] = [], environment: [String: String] = [:]) throws -> ProcessOutcome {
    try StetBinary.run(
      arguments, environment: Self.environment.merging(environment) { _, new in new }, stdin: stdin,
      workingDirectory: folder.path)
  }

  /// Starts `stet` beside the test.
  func start(_ arguments: String...) throws -> RunningProcess {
    try RunningProcess(
      try #require(StetBinary.path), arguments, environment: Self.environment, workingDirectory: folder.path)
  }

  /// Runs a shell script in the folder, with the tool as `$STET` and more arguments as `$1` and so on.
  func shell(_ script: String, _ arguments: String..., through wrapper: [String] = []) throws -> ProcessOutcome {
    let tool: String = try #require(StetBinary.path)
    var environment = Self.environment
    environment["STET"] = tool
    let command = wrapper + ["bash", "-c", script, "bash"] + arguments
    return try ProcessRun.run(
      command[0], Array(command.dropFirst()), environment: environment, workingDirectory: folder.path)
  }
}

extension ProcessOutcome {
  /// Standard output as one JSON document.
  func json() throws -> JSONValue { try JSONParser.parse(standardOutput) }

  /// Standard output as JSON Lines.
  func jsonLines() throws -> [JSONValue] {
    try standardOutput.split(separator: UInt8(ascii: "\n")).map { try JSONParser.parse(Array($0)) }
  }

  /// Whether standard error is one line of talk and no more.
  var saysOneLine: Bool {
    errorOutput.hasPrefix("stet: ") && errorOutput.hasSuffix("\n") && errorOutput.dropLast().contains("\n") == false
  }
}
