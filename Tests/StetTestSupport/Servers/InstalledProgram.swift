internal import Glibc

/// A program of the machine that a test can do without.
public enum InstalledProgram {
  /// Its path, looked up in `PATH` and where Debian puts servers; nil when it is not installed.
  public static func path(_ name: String) -> String? {
    let search: String = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return "\(search):/usr/sbin".split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
