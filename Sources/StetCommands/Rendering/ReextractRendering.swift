internal import StetDiff
internal import StetKit
internal import StetModel

/// What today's rules read otherwise, for people.
struct ReextractRendering {
  let style: TextStyle
  /// Whether what differs was stored.
  let isWritten: Bool

  /// Totals, then field by field how many versions differ, with the worst of them.
  func render(_ report: ReextractReport) -> String {
    let totals = ReextractOutcome.Kind.allCases.filter { report.count($0) > 0 }
      .map { "\(report.count($0)) \(Self.words($0))" }
    var lines = [totals.isEmpty ? "there is nothing to read again" : totals.joined(separator: ", ")]
    let column = report.fields.map(\.label.count).max() ?? 0
    for field in report.fields {
      let count = report.fieldCounts[field] ?? 0
      let padding = String(repeating: " ", count: column - field.label.count)
      lines.append("")
      lines.append(style.bold(field.label + padding) + "  differs in \(count) version\(count == 1 ? "" : "s")")
      lines += (report.fieldExamples[field] ?? []).map(example)
    }
    for kind in [ReextractOutcome.Kind.worse, .failed] {
      guard let examples = report.troubles[kind] else { continue }
      lines += ["", style.yellow(Self.heading(kind))] + examples.map(example)
    }
    if report.count(.changed) > 0 {
      let left = report.count(.changed) - report.written
      lines.append("")
      if !isWritten {
        lines.append("nothing is stored of this: 'stet reextract --write' does")
      } else {
        lines.append("\(report.written) stored" + (left > 0 ? ", \(left) said so already" : ""))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func example(_ example: ReextractReport.Example) -> String {
    let version = example.version > 0 ? "@\(example.version)" : ""
    return "  \(VisibleText.line(example.page.description))\(version)\n    "
      + style.dim(VisibleText.line(example.summary, width: 160))
  }

  private static func words(_ kind: ReextractOutcome.Kind) -> String {
    switch kind {
    case .current: "read by today's rules already"
    case .same: "read the same"
    case .changed: "read otherwise"
    case .missing: "without a stored response"
    case .worse: "read worse"
    case .failed: "not readable"
    }
  }

  private static func heading(_ kind: ReextractOutcome.Kind) -> String {
    kind == .worse ? "read worse, and so never stored" : "could not be read from the archive"
  }
}
