internal import StetArchive
internal import StetDiff
internal import StetKit
internal import StetModel

/// The history of one page.
struct PageLog {
  let page: ArchivedPage
  /// By time of capture.
  let snapshots: [SealedSnapshot]
  /// In the order in which they were made.
  let visits: [Visit]
  /// Reads versions again that different rules have read, so that what is shown is the publisher's doing.
  let rereading: Rereading
  /// Whether text that runs from right to left is kept from disturbing the order of a line: on terminals.
  let isolatesDirections: Bool

  /// `{"page", "folder", "aliases", "versions": […], "visits": […]}`, both lists by age.
  var json: JSONValue {
    let versions = snapshots.enumerated().map { index, sealed -> JSONValue in
      var object: JSONObject = [
        "version": .number(Double(sealed.snapshot.version)), "captured": .string(sealed.snapshot.captured.description),
        "cause": .string(sealed.snapshot.cause.rawValue), "digest": .string(sealed.digest.description),
      ]
      object["title"] = sealed.snapshot.review?.title.map(JSONValue.string)
      object["redacted"] = sealed.redaction.map { .string($0.description) }
      if let change = change(index) {
        object["summary"] = .string(change.summary)
        object["severity"] = change.diff.severity.map { .string($0.rawValue) }
      }
      return .object(object)
    }
    return .object([
      "page": .string(page.key.description), "folder": .string(page.folder), "aliases": .strings(page.aliases),
      "versions": .array(versions), "visits": .array(visits.map(\.json)),
    ])
  }

  /// For people: versions, the latest first, with what changed in each; then the visits.
  func text(_ style: TextStyle) -> String {
    var lines = [style.bold(VisibleText.line(page.key.description))]
    lines += page.aliases.map { style.dim("also " + VisibleText.line($0)) }
    for index in snapshots.indices.reversed() {
      let sealed = snapshots[index]
      lines.append("")
      lines.append(
        style.yellow("version \(sealed.snapshot.version)") + "  \(sealed.snapshot.captured)"
          + Self.note(sealed.snapshot.cause) + "  " + style.dim(sealed.digest.description))
      if let title = sealed.snapshot.review?.title { lines.append("    " + VisibleText.line(title)) }
      if let redaction = sealed.redaction { lines.append("      " + VisibleText.line(redaction.description)) }
      if let change = change(index) {
        let phrases = change.diff.phrases(isolatingDirections: isolatesDirections)
        lines += (phrases.isEmpty ? [change.diff.summary] : phrases).map { "      " + $0 }
        // Of a version that is about the rules its heading says so.
        if let note = change.note, sealed.snapshot.cause != .extractor {
          lines.append("      " + style.dim("(\(note))"))
        }
      }
    }
    lines += ["", style.bold("\(visits.count) visit\(visits.count == 1 ? "" : "s")")]
    for visit in visits {
      var line = "  \(visit.at)  " + Self.padded(VisibleText.line(visit.outcome.description), 12)
      line += visit.version.map { "version \($0)" } ?? ""
      if let status = visit.status, status != 200 { line += "  HTTP \(status)" }
      if let reason = visit.reason { line += "  " + VisibleText.line(reason) }
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The versions alone, the latest first, a line each: number, moment, severity, what changed.
  func stat(_ style: TextStyle) -> String {
    var lines = [style.bold(VisibleText.line(page.key.description))]
    for index in snapshots.indices.reversed() {
      let sealed = snapshots[index]
      let change = change(index)
      let severity = change?.diff.severity?.rawValue ?? ""
      let other = VisibleText.line(sealed.redaction?.description ?? sealed.snapshot.review?.title ?? "")
      let summary = change?.summary(isolatingDirections: isolatesDirections) ?? other
      lines.append(
        style.yellow(Self.padded("version \(sealed.snapshot.version)", 12)) + " \(sealed.snapshot.captured)  "
          + Self.padded(severity, 12) + " " + summary)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What changed since the version before it in time; nil for the first one, and where one of both was redacted.
  private func change(_ index: Int) -> VersionChange? {
    guard index > 0, snapshots[index - 1].redaction == nil, snapshots[index].redaction == nil else { return nil }
    return VersionChange(snapshots[index - 1].snapshot, snapshots[index].snapshot, rereading: rereading)
  }

  private static func note(_ cause: SnapshotCause) -> String {
    switch cause {
    case .page: ""
    case .extractor: "  read again by other rules"
    case .import: "  imported"
    case .gone: "  gone"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
