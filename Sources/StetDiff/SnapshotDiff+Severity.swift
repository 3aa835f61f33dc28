extension SnapshotDiff {
  /// How much the differences matter: as the one that matters most; nil when there is none.
  public var severity: Severity? { changes.map(\.severity).max() }
}

extension FieldChange {
  /// How much this difference matters.
  public var severity: Severity { SeverityRules.severity(of: self) }
}
