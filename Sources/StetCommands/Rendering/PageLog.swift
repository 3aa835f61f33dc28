internal import StetArchive
internal import StetDiff
internal import StetKit
internal import StetModel

/// The history of one page, for people.
struct PageLog {
  let history: VersionHistory
  /// Whether text that runs from right to left is kept from disturbing the order of a line: on terminals.
  let isolatesDirections: Bool

  /// Versions, the latest first, with what changed in each; then the visits.
  func text(_ style: TextStyle) -> String {
    var lines = [style.bold(VisibleText.line(history.page.key.description))]
    lines += history.page.aliases.map { style.dim("also " + VisibleText.line($0)) }
    for step in history.steps.reversed() {
      let sealed = step.sealed
      lines.append("")
      lines.append(
        style.yellow("version \(sealed.snapshot.version)") + "  \(sealed.snapshot.captured)"
          + Self.note(sealed.snapshot.cause, step.change) + "  " + style.dim(sealed.digest.description))
      if let title = sealed.snapshot.review?.title { lines.append("    " + VisibleText.line(title)) }
      if let redaction = sealed.redaction { lines.append("      " + VisibleText.line(redaction.description)) }
      if let change = step.change {
        let phrases = change.diff.phrases(isolatingDirections: isolatesDirections)
        lines += (phrases.isEmpty ? [change.diff.summary] : phrases).map { "      " + $0 }
        // Of a version that is about the rules its heading says so.
        if let note = change.note, sealed.snapshot.cause != .extractor {
          lines.append("      " + style.dim("(\(note))"))
        }
      }
    }
    lines += ["", style.bold("\(history.visits.count) visit\(history.visits.count == 1 ? "" : "s")")]
    for visit in history.visits {
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
    var lines = [style.bold(VisibleText.line(history.page.key.description))]
    for step in history.steps.reversed() {
      let sealed = step.sealed
      let change = step.change
      let severity = change?.diff.severity?.rawValue ?? ""
      let other = VisibleText.line(sealed.redaction?.description ?? sealed.snapshot.review?.title ?? "")
      let summary = change?.summary(isolatingDirections: isolatesDirections) ?? other
      lines.append(
        style.yellow(Self.padded("version \(sealed.snapshot.version)", 12)) + " \(sealed.snapshot.captured)  "
          + Self.padded(severity, 12) + " " + summary)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func note(_ cause: SnapshotCause, _ change: VersionChange?) -> String {
    switch cause {
    case .page: ""
    case .extractor: "  \(change?.note ?? "read again by other rules")"
    case .import: "  imported"
    case .gone: "  gone"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
