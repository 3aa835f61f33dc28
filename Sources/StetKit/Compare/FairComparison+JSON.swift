public import StetDiff
public import StetModel

extension FairComparison {
  /// A comparison of the two sides, with `basis` (`stored` or `reread`) besides, as `stet diff --json` has it.
  public func json(_ diff: SnapshotDiff) -> JSONValue {
    var object = diff.json.object ?? JSONObject()
    object["basis"] = basis == .reread ? "reread" : "stored"
    return .object(object)
  }
}
