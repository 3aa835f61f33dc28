internal import Glibc

/// A program that shows long output page by page: `STET_PAGER`, `PAGER`, or less(1). Set to nothing or to `cat`, there is
/// none.
enum Pager {
  /// Shows a text and waits for whoever reads it; false when there is no pager, or it does not start: the text is then still
  /// to be printed.
  static func show(_ text: String) -> Bool {
    guard let command = command() else { return false }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    let (reading, writing) = (ends[0], ends[1])
    // The pager's own end stays open in it only as its standard input.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = spawn(command, reading: reading)
    close(reading)
    if process != nil {
      // Whoever has seen enough closes the pipe: that is no failure.
      let output = StandardOutput(descriptor: writing)
      _ = try? output.write(text)
      _ = try? output.flush()
    }
    close(writing)
    guard let process else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // What the shell says of a program that is not there, or cannot be run.
    let code = status >> 8 & 0xFF
    return code != 127 && code != 126
  }

  private static func command() -> String? {
    for name in ["STET_PAGER", "PAGER"] {
      guard let command = Console.environment(name) else { continue }
      return command.isEmpty || command == "cat" ? nil : command
    }
    let folders = (Console.environment("PATH") ?? "").split(separator: ":")
    return folders.contains { access("\($0)/less", X_OK) == 0 } ? "less" : nil
  }

  /// Through the shell, as git does it: the variable may hold arguments.
  private static func spawn(_ command: String, reading descriptor: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    // It starts with the signals of a fresh shell: stet itself ignores SIGPIPE.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    // Colours as they are, and no waiting for a key where everything fits.
    setenv("LESS", "FRX", 0)
    var process: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = []
    for argument in ["sh", "-c", command] { arguments.append(strdup(argument)) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    return posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ) == 0 ? process : nil
  }
}
