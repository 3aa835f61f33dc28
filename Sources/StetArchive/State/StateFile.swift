/// A file in an archive's `state/`: what runs on this machine remember, and can do without.
public enum StateFile: String, Sendable, Hashable, CaseIterable {
  /// What is kept of each host: its robots.txt, and when it was and may be asked again.
  case hosts = "hosts.jsonl"

  /// The path below the archive's root.
  var path: String { "\(ArchiveLayout.state)/\(rawValue)" }
}
