/// Why a run ended before everything that was due was done.
public enum RunStop: String, Sendable, Hashable, CaseIterable {
  /// `--max-pages` pages were begun.
  case pages = "max-pages"
  /// The time was over.
  case deadline
  /// A signal asked for it.
  case signal

  init?(_ reason: StopSwitch.Reason) {
    switch reason {
    case .pages: self = .pages
    case .deadline: self = .deadline
    case .signal: self = .signal
    case .archive: return nil
    }
  }
}
