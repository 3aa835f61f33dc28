import StetTestSupport
import Testing

@Suite struct ProcessRunTests {
  @Test("A process gives its exit code and what it wrote to both streams")
  func outcome() throws {
    let outcome = try ProcessRun.run("/bin/sh", ["-c", "echo out; echo err >&2; exit 7"])
    #expect(outcome.ending == .exited(7))
    #expect(outcome.exitCode == 7)
    #expect(outcome.output == "out\n")
    #expect(outcome.errorOutput == "err\n")
  }

  @Test("Standard input arrives whole, and a process that does not read it does no harm")
  func input() throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try ProcessRun.run("cat", stdin: bytes).standardOutput == bytes)
    #expect(try ProcessRun.run("true", stdin: bytes).exitCode == 0)
  }

  @Test("Environment and working directory are those given")
  func surroundings() throws {
    let folder = try TemporaryDirectory()
    let outcome = try ProcessRun.run(
      "/bin/sh", ["-c", "echo $STET_WORD; pwd; exit 0"], environment: ["STET_WORD": "hello world"],
      workingDirectory: folder.path)
    #expect(outcome.output == "hello world\n\(folder.path)\n")
    #expect(try ProcessRun.run("/bin/echo", ["a b", "$c"], workingDirectory: folder.path).output == "a b $c\n")
  }

  @Test("A process that runs too long is killed with what it started")
  func timeout() throws {
    let outcome = try ProcessRun.run("/bin/sh", ["-c", "echo begun; sleep 100 & wait"], timeout: .milliseconds(300))
    #expect(outcome.ending == .timedOut)
    #expect(outcome.output == "begun\n")
  }

  @Test("A running process can be killed, and says so")
  func kill() throws {
    let process = try RunningProcess("/bin/sh", ["-c", "echo begun; sleep 100"])
    while process.outputSoFar.isEmpty {}
    process.kill()
    #expect(process.wait().ending == .signalled(9))
    process.kill()
  }

  @Test("A program that does not exist is an error of the harness")
  func missing() {
    #expect(throws: SystemFailure.self) { try ProcessRun.run("/no/such/program") }
  }
}
