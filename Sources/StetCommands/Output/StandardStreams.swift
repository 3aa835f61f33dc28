internal import Glibc

/// The three streams that a process is given, closed ones included.
enum StandardStreams {
  /// Puts something in the place of each stream that the caller closed (`>&-`).
  ///
  /// Else the next file or connection that is opened would get its number, and records would be written into the
  /// archive's lock or sent to a server. What is put there cannot be read or written, so that using it is the error it
  /// was.
  static func occupyClosed() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
      // open(2) takes the lowest free number, which is this one: those below it are taken by now.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
