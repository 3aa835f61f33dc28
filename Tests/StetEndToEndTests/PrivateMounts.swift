import StetTestSupport

/// Whether file systems can be mounted for one process alone, where they leave no trace.
enum PrivateMounts {
  /// The command that runs another one with mounts of its own; nil where the machine does not permit it.
  static let wrapper: [String]? = [["unshare", "-m"], ["unshare", "-r", "-m"]].first { command in
    let script = "mount -t tmpfs -o size=64k tmpfs /mnt"
    let outcome = try? ProcessRun.run(command[0], command.dropFirst() + ["sh", "-c", script])
    return outcome?.exitCode == 0
  }
}
