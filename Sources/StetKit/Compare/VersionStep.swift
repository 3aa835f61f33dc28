public import StetArchive
internal import StetDiff
public import StetModel

/// One version in a page's history, and what changed in it.
public struct VersionStep: Sendable {
  /// The version.
  public let sealed: SealedSnapshot
  /// What changed since the version before it in time; nil for the first one, and where one of both was redacted.
  public let change: VersionChange?
  /// Number of the version before it in time; nil for the first one.
  public let before: Int?

  /// A version beside the one before it in time.
  public init(_ sealed: SealedSnapshot, before: SealedSnapshot?, rereading: Rereading?) {
    self.sealed = sealed
    self.before = before?.snapshot.version
    guard let before, before.redaction == nil, sealed.redaction == nil else {
      change = nil
      return
    }
    change = VersionChange(before.snapshot, sealed.snapshot, rereading: rereading)
  }

  /// Reads a version and the one before it in time.
  public init(
    _ version: Int, of page: ArchivedPage, in archive: Archive, rereading: Rereading?
  ) throws(ArchiveError) {
    let sealed = try archive.snapshot(version, of: page)
    let earlier = try archive.versionsInTime(of: page).prefix { $0 != version }.last
    var before: SealedSnapshot?
    if let earlier { before = try archive.snapshot(earlier, of: page) }
    self.init(sealed, before: before, rereading: rereading)
  }

  /// What changed, or why nothing can be said of it, in a line; nil for a page's first version.
  public var summary: String? {
    if let redaction = sealed.redaction { return "The text was \(redaction)" }
    if let change { return change.summary }
    return before == nil ? nil : "The version before it was redacted"
  }

  /// `{"version", "captured", "cause", "digest", "title"?, "redacted"?, "summary"?, "severity"?}`, as the versions of
  /// `stet log --json` have it.
  public var json: JSONValue {
    let snapshot = sealed.snapshot
    var object: JSONObject = [
      "version": .number(Double(snapshot.version)), "captured": .string(snapshot.captured.description),
      "cause": .string(snapshot.cause.rawValue), "digest": .string(sealed.digest.description),
    ]
    object["title"] = snapshot.review?.title.map(JSONValue.string)
    object["redacted"] = sealed.redaction.map { .string($0.description) }
    if let change {
      object["summary"] = .string(change.summary)
      object["severity"] = change.diff.severity.map { .string($0.rawValue) }
    }
    return .object(object)
  }
}
