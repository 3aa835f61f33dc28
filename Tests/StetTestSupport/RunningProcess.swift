internal import Glibc
internal import Synchronization

/// A program that runs beside the test; whatever is left of it is killed when the object goes.
public final class RunningProcess: Sendable {
  private struct Content {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var ending: ProcessOutcome.Ending?
    var wasTimedOut = false
    var openPipes = 2
  }

  /// The process id, which is also the id of its process group.
  public let processID: Int32
  private let content: SharedContent

  private final class SharedContent: Sendable {
    let value = Mutex(Content())
  }

  /// Starts a program; the parameters are those of `ProcessRun.run`.
  public init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String]? = nil, stdin: [UInt8] = [],
    workingDirectory: String? = nil
  ) throws {
    let (processID, input, output, errors) = try ProcessSpawn.start(
      executable, arguments, environment: environment, workingDirectory: workingDirectory)
    self.processID = processID
    let content = SharedContent()
    self.content = content
    try Thread.start { input.send(stdin) }
    try Thread.start {
      output.receive { chunk in content.value.withLock { $0.output += chunk } }
      content.value.withLock { $0.openPipes -= 1 }
    }
    try Thread.start {
      errors.receive { chunk in content.value.withLock { $0.errors += chunk } }
      content.value.withLock { $0.openPipes -= 1 }
    }
  }

  deinit {
    // Once the process has been waited for, its id may belong to another one.
    guard content.value.withLock({ $0.ending }) == nil else { return }
    Glibc.kill(-processID, SIGKILL)
    var status: Int32 = 0
    waitpid(processID, &status, 0)
  }

  /// What it has written to standard output so far.
  public var outputSoFar: String { String(decoding: content.value.withLock { $0.output }, as: UTF8.self) }

  /// What it has written to standard error so far.
  public var errorsSoFar: String { String(decoding: content.value.withLock { $0.errors }, as: UTF8.self) }

  /// The same as `waitForOutput`, of standard error.
  public func waitForErrors(timeout: Duration = .seconds(60), _ isAsWanted: (String) -> Bool) -> Bool {
    wait(timeout, { errorsSoFar }, isAsWanted)
  }

  /// Waits until its standard output so far is as wanted; false when it ends before, or that does not come about in time.
  public func waitForOutput(timeout: Duration = .seconds(60), _ isAsWanted: (String) -> Bool) -> Bool {
    wait(timeout, { outputSoFar }, isAsWanted)
  }

  private func wait(_ timeout: Duration, _ text: () -> String, _ isAsWanted: (String) -> Bool) -> Bool {
    let end = ContinuousClock.now + timeout
    while ContinuousClock.now < end {
      if isAsWanted(text()) { return true }
      reap()
      guard content.value.withLock({ $0.ending }) == nil else { return isAsWanted(text()) }
      usleep(5000)
    }
    return false
  }

  /// The most memory that it has had in use so far, in bytes (VmHWM of proc(5)); nil when it has ended.
  public var peakMemory: Int? {
    guard let file = fopen("/proc/\(processID)/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).split {
        $0 == " " || $0 == "\t"
      }
      if words.first == "VmHWM:", words.count > 1 { return Int(words[1]).map { $0 << 10 } }
    }
    return nil
  }

  /// Kills the process and what it started at once (signal 9); does nothing when it has ended.
  public func kill() { send(signal: SIGKILL) }

  /// Sends a signal to the process and what it started; does nothing when it has ended.
  public func send(signal: Int32) {
    guard content.value.withLock({ $0.ending }) == nil else { return }
    Glibc.kill(-processID, signal)
  }

  /// Waits for its end and for the last of its output; kills it after the timeout.
  public func wait(timeout: Duration = .seconds(60)) -> ProcessOutcome {
    let end = ContinuousClock.now + timeout
    while true {
      reap()
      let outcome = content.value.withLock { content -> ProcessOutcome? in
        // A grandchild may hold the pipes open after the process has ended: its output is not waited for.
        guard let ending = content.ending, content.openPipes == 0 || ContinuousClock.now > end else { return nil }
        return ProcessOutcome(
          ending: content.wasTimedOut ? .timedOut : ending, standardOutput: content.output,
          standardError: content.errors)
      }
      if let outcome { return outcome }
      if ContinuousClock.now > end, content.value.withLock({ $0.ending }) == nil {
        content.value.withLock { $0.wasTimedOut = true }
        Glibc.kill(-processID, SIGKILL)
      }
      usleep(2000)
    }
  }

  private func reap() {
    content.value.withLock { content in
      guard content.ending == nil else { return }
      var status: Int32 = 0
      guard waitpid(processID, &status, WNOHANG) == processID else { return }
      let signal = status & 0x7F
      content.ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    }
  }
}
