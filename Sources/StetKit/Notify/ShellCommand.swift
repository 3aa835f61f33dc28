internal import Dispatch
internal import Glibc
internal import Synchronization

/// A command of the user's, run by `/bin/sh` with a file as its standard input.
struct ShellCommand: Sendable {
  /// What came of it.
  enum Outcome: Hashable, Sendable {
    case exited(Int32)
    case killed(Int32)
    /// It was ended after so many seconds.
    case tookTooLong(Int64)
    /// Whoever waited for it wanted no more, and it was ended.
    case cancelled
    case cannotStart(Int32)

    /// What is wrong with it, for a person; nil when nothing is.
    var reason: String? {
      switch self {
      case .exited(0): nil
      case .exited(let status): "it ended with status \(status)"
      case .killed(let signal): "signal \(signal) ended it"
      case .tookTooLong(let seconds): "it took longer than \(seconds) s and was ended"
      case .cancelled: "it was ended with the run"
      case .cannotStart(let number): String(cString: strerror(number))
      }
    }
  }

  private final class Wish: Sendable {
    let isCancelled = Atomic(false)
  }

  let command: String
  /// Where it runs; "" for the current folder.
  let folder: String

  /// Runs it and waits, on a thread of its own. What it prints goes to standard error; when it takes too long, or the task is
  /// cancelled, it is ended with all that it started.
  func run(input path: String, patience: Duration) async -> Outcome {
    let wish = Wish()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // None of the few threads that tasks share: it may take its time.
        DispatchQueue(label: "stet.notify").async {
          continuation.resume(returning: run(input: path, patience, wish))
        }
      }
    } onCancel: {
      wish.isCancelled.store(true, ordering: .relaxed)
    }
  }

  private func run(input path: String, _ patience: Duration, _ wish: Wish) -> Outcome {
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
    return wait(for: process, patience, wish)
  }

  private func wait(for process: pid_t, _ patience: Duration, _ wish: Wish) -> Outcome {
    let end = ContinuousClock.now + patience
    var ended: Outcome?
    while true {
      var status: Int32 = 0
      let found = waitpid(process, &status, ended == nil ? WNOHANG : 0)
      if found == process {
        // The macros of wait(2) are not to be had in Swift.
        return ended ?? (status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F))
      }
      if found < 0, errno != EINTR { return .cannotStart(errno) }
      guard ended == nil else { continue }
      if ContinuousClock.now >= end {
        ended = .tookTooLong(patience.components.seconds)
      } else if wish.isCancelled.load(ordering: .relaxed) {
        ended = .cancelled
      }
      if ended != nil {
        kill(-process, SIGKILL)
      } else {
        var pause = timespec(tv_sec: 0, tv_nsec: 20_000_000)
        nanosleep(&pause, nil)
      }
    }
  }
}
