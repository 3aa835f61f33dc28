public import StetDiff
public import StetModel

extension FairComparison {
  /// A comparison of the two sides, with `basis` (`stored`, `reread` or `without-recurring`) besides, as `stet diff --json` has it.
  public func json(_ diff: SnapshotDiff) -> JSONValue {
    var object = diff.json.object ?? JSONObject()
    object["basis"] =
      switch basis {
      case .reread: "reread"
      case .withoutRecurring: "without-recurring"
      case .stored, .storedForLack: "stored"
      }
    return .object(object)
  }
}
