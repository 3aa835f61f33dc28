internal import StetModel
internal import Synchronization

/// How far long work has come, on the status line of a terminal. Nothing shows for work of a moment, nor in a pipe.
final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var total: Int
    var label = ""
    var lastDrawn: ContinuousClock.Instant?
  }

  private let stream: TalkStream
  private let verb: String
  private let started = ContinuousClock.now
  private let isShown: Bool
  private let state: Mutex<State>

  /// A bar over `total` steps. `verb` says what is done ("reading").
  init(_ verb: String, total: Int, on stream: TalkStream, isQuiet: Bool) {
    self.verb = verb
    self.stream = stream
    isShown = stream.isTerminal && !isQuiet
    state = Mutex(State(total: total))
  }

  /// One more step is done; any thread may say so.
  func advance() { update { $0.done += 1 } }

  /// So many of so many steps are done.
  func set(done: Int, of total: Int) {
    update {
      $0.done = done
      $0.total = total
    }
  }

  /// Names what is in hand.
  func label(_ text: String) { update { $0.label = VisibleText.line(text, width: 40) } }

  /// Takes the bar away.
  func finish() { if isShown { stream.setStatus("") } }

  private func update(_ change: (inout State) -> Void) {
    guard isShown else { return }
    let line: String? = state.withLock { state in
      change(&state)
      let now = ContinuousClock.now
      let isDue = state.lastDrawn.map { now - $0 > .milliseconds(100) } ?? (now - started > .milliseconds(700))
      guard isDue, state.total > 1 else { return nil }
      state.lastDrawn = now
      return Self.line(verb, done: state.done, total: state.total, label: state.label, elapsed: now - started)
    }
    if let line { stream.setStatus(line) }
  }

  /// The bar as text.
  static func line(_ verb: String, done: Int, total: Int, label: String, elapsed: Duration) -> String {
    let width = 24
    let filled = total > 0 ? min(width, done * width / total) : width
    let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: width - filled)
    var line = "stet: \(verb) \(bar) \(done)/\(total)"
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    if done > 0, seconds > 0 {
      let rate = Double(done) / seconds
      line += rate >= 10 ? "  \(Int(rate))/s" : ""
      let left = Int(Double(total - done) / rate)
      line += "  \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    }
    return label.isEmpty ? line : line + "  " + label
  }
}
