internal import Glibc

/// A command of the user's, run by `/bin/sh` with a file as its standard input.
struct ShellCommand {
  /// What came of it.
  enum Outcome: Hashable {
    case exited(Int32)
    case killed(Int32)
    case tookTooLong
    case cannotStart(Int32)
  }

  let command: String
  /// Where it runs; "" for the current folder.
  let folder: String

  /// Runs it and waits. What it prints goes to standard error; when it takes too long it is ended with all that it started.
  func run(input path: String, patience: Duration) -> Outcome {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened before the folder changes: the path may be relative.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // It starts with the signals of a fresh shell: stet itself ignores SIGPIPE.
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // A process group of its own, so that it can be ended with all that it started.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

    // The shell changes the folder itself: not every C library can do so between fork and exec.
    let place = folder.isEmpty ? "." : folder
    let texts: [String] = ["/bin/sh", "-c", #"cd "$0" && eval "$1""#, place, command]
    let words: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, "/bin/sh", &actions, &attributes, words + [nil], environ)
    guard result == 0 else { return .cannotStart(result) }
    return wait(for: process, patience)
  }

  private func wait(for process: pid_t, _ patience: Duration) -> Outcome {
    let end = ContinuousClock.now + patience
    var isLate = false
    while true {
      var status: Int32 = 0
      let found = waitpid(process, &status, isLate ? 0 : WNOHANG)
      if found == process {
        if isLate { return .tookTooLong }
        // The macros of wait(2) are not to be had in Swift.
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
      }
      if found < 0, errno != EINTR { return .cannotStart(errno) }
      guard !isLate else { continue }
      if ContinuousClock.now >= end {
        kill(-process, SIGKILL)
        isLate = true
      } else {
        var pause = timespec(tv_sec: 0, tv_nsec: 20_000_000)
        nanosleep(&pause, nil)
      }
    }
  }
}
