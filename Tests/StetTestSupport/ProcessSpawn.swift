internal import Glibc
internal import Synchronization

/// posix_spawn(3): starts a process in a process group of its own.
enum ProcessSpawn {
  private static let oneAtATime = Mutex(())

  /// - Returns: the process id and the pipes to its three standard streams, of which the process's ends are closed.
  static func start(
    _ executable: String, _ arguments: [String], environment: [String: String]?, workingDirectory: String?
  ) throws -> (processID: Int32, input: Pipe, output: Pipe, errors: Pipe) {
    try oneAtATime.withLock { _ in
      let (input, output, errors) = (try Pipe(), try Pipe(), try Pipe())
      defer { for end in [input.readEnd, output.writeEnd, errors.writeEnd] { close(end) } }
      var command = [executable] + arguments
      if let workingDirectory { command = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, workingDirectory] + command }
      let processID = try spawn(
        command, environment: environment, input: input.readEnd, output: output.writeEnd, errors: errors.writeEnd)
      return (processID, input, output, errors)
    }
  }

  private static func spawn(
    _ command: [String], environment: [String: String]?, input: Int32, output: Int32, errors: Int32
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The process starts with the signals of a fresh shell, whatever the test runner blocks or ignores.
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

    let texts = command.map { strdup($0) }
    let variables = environment?.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in texts + (variables ?? []) { free(text) } }
    var process: pid_t = 0
    let result =
      if let variables {
        posix_spawnp(&process, command[0], &actions, &attributes, texts + [nil], variables + [nil])
      } else {
        posix_spawnp(&process, command[0], &actions, &attributes, texts + [nil], environ)
      }
    guard result == 0 else { throw SystemFailure("start \(command[0])", code: result) }
    return process
  }
}
