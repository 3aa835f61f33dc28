/// What interwoven texts say of the kind of change.
extension [WordRun] {
  /// Whether some word differs in more than its case; false when only punctuation, space or case does.
  var changesWords: Bool { Self.letters(of: self, but: .added) != Self.letters(of: self, but: .removed) }

  /// Whether the digits of both texts differ in some way: another number, or one more.
  var changesNumbers: Bool { Self.digits(of: self, .removed) != Self.digits(of: self, .added) }

  private static func letters(of runs: [WordRun], but other: WordRun.Operation) -> [Substring] {
    // Kept runs are looked at too: a word may be cut at the border of a run.
    let text = runs.filter { $0.operation != other }.map(\.text).joined().lowercased()
    return text.split { !$0.isLetter && !$0.isNumber }
  }

  private static func digits(of runs: [WordRun], _ operation: WordRun.Operation) -> [Substring] {
    runs.filter { $0.operation == operation }.flatMap { run in
      run.text.split { !$0.isNumber }
    }
  }
}
