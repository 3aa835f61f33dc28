internal import StetDiff
internal import StetKit
internal import StetModel

/// What came of a page, in a line.
enum OutcomeLine {
  /// `changed      2  https://example.org/…`, or with the moment of a capture before the address.
  static func text(_ outcome: PageOutcome, _ style: TextStyle, captured: Timestamp? = nil) -> [UInt8] {
    let word = outcome.kind.rawValue
    let padding = String(repeating: " ", count: max(1, 12 - word.count))
    let colored: String
    switch outcome.kind {
    case .new, .changed: colored = style.green(word)
    case .unchanged: colored = style.dim(word)
    case .gone, .quarantined: colored = style.yellow(word)
    case .failed: colored = style.red(word)
    }
    let version = outcome.version.map(String.init) ?? "-"
    let column = String(repeating: " ", count: max(0, 3 - version.count)) + version
    let moment = captured.map { "  \($0)" } ?? ""
    return Array("\(colored)\(padding)\(column)\(moment)  \(VisibleText.line(outcome.page.description))\n".utf8)
  }
}

extension ExitStatus {
  /// How a command ends that has archived this page alone.
  static func of(_ outcome: PageOutcome) -> ExitStatus {
    switch outcome.kind {
    case .new, .changed, .unchanged: .done
    case .gone: .unavailable
    case .quarantined: .unreadable
    case .failed: outcome.error.map { ExitStatus.of($0) } ?? .failed
    }
  }
}
