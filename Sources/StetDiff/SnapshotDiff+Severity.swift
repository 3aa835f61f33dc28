extension SnapshotDiff {
  /// How much the differences matter: as the one that matters most; nil when there is none.
  public var severity: Severity? { changes.map(\.severity).max() }

  /// The comparison with those changes only that matter at least so much, and without notes.
  public func filtered(atLeast least: Severity) -> SnapshotDiff {
    SnapshotDiff(old: old, new: new, changes: changes.filter { $0.severity >= least }, notes: [])
  }
}
