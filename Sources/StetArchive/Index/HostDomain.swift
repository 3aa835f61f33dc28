/// A host with its labels in reverse, each followed by a dot, so that a domain and all below it stand side by side:
/// `com.example.www.`.
enum HostDomain {
  static func of(_ host: String) -> String {
    host.split(separator: ".", omittingEmptySubsequences: false).reversed().map { $0 + "." }.joined()
  }

  /// The bounds of a host and all below it: from the first on, before the second.
  static func range(of host: String) -> (start: String, end: String) {
    let start = of(host)
    // A slash is what follows a dot.
    return (start, start.dropLast() + "/")
  }
}
