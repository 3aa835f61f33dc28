internal import StetModel

extension SnapshotDiff {
  /// The differences in one line: "title changed; 2 paragraphs edited, 1 moved; rating 4/5 → 3/5". Text from the page has
  /// its control characters made visible. "no difference" when there is none.
  public var summary: String { summary(isolatingDirections: false) }

  /// The same, for a display that knows both directions.
  /// - Parameter isolatingDirections: Whether text of the page that runs from right to left stands in isolates (UAX #9), so
  ///   that “old” → “new” keeps its order.
  public func summary(isolatingDirections: Bool) -> String {
    isEmpty ? "no difference" : phrases(isolatingDirections: isolatingDirections).joined(separator: "; ")
  }

  /// The parts of `summary`, one for each field that changed; empty when there is no difference.
  public func phrases(isolatingDirections: Bool = false) -> [String] {
    let quoting = PhraseQuoting(isolatesDirections: isolatingDirections)
    return changes.map { Self.phrase($0, quoting) }
  }

  /// How text of the page gets into a phrase.
  private struct PhraseQuoting {
    let isolatesDirections: Bool

    func callAsFunction(_ text: String) -> String {
      let text = VisibleText.of(text)
      return isolatesDirections ? TextDirection.isolated(text) : text
    }
  }

  /// A field's values are told while they take no more characters than this.
  private static let longestPhrase = 120

  private static func phrase(_ change: FieldChange, _ quoted: PhraseQuoting) -> String {
    let name = change.field.label
    switch change.detail {
    case .record: return change.kind == .removed ? "page gone" : "page back"
    case .rating(let old?, let new?):
      let phrases = ChangePhrase.ratings(old, new)
      let direction = RatingDirection.of(old, new).map { " \($0.rawValue)" } ?? ""
      let phrase = "\(name)\(direction) \(quoted(phrases.old)) → \(quoted(phrases.new))"
      return phrase.unicodeScalars.count <= longestPhrase ? phrase : "\(name) changed"
    case .body(let body): return phrase(body)
    case .list(let list) where change.kind != .reordered: return phrase(change, list, quoted)
    case .rating(let old, let new):
      let phrase = "\(name) \(quoted((old ?? new).map(ChangePhrase.rating) ?? "")) \(change.kind.rawValue)"
      return phrase.unicodeScalars.count <= longestPhrase ? phrase : "\(name) \(change.kind.rawValue)"
    case .text(let text): return phrase(change, text, quoted)
    case .list, .item: return "\(name) \(change.kind.rawValue)"
    }
  }

  /// What a short text was and is; of a longer one how much is another.
  private static func phrase(_ change: FieldChange, _ text: TextChange, _ quoted: PhraseQuoting) -> String {
    let name = change.field.label
    guard let old = text.old, let new = text.new else {
      let phrase = "\(name): \(quoted(text.new ?? text.old ?? "")) \(change.kind.rawValue)"
      return phrase.unicodeScalars.count <= longestPhrase ? phrase : "\(name) \(change.kind.rawValue)"
    }
    let phrase = "\(name) “\(quoted(old))” → “\(quoted(new))”"
    if phrase.unicodeScalars.count <= longestPhrase { return phrase }
    if text.rewrittenShare >= 0.4 { return "\(name) rewritten (\(Int((text.rewrittenShare * 100).rounded())) %)" }
    if !text.changesWords { return "\(name) changed in punctuation" }
    return "\(name): \(text.changedWords) word\(text.changedWords == 1 ? "" : "s") changed"
  }

  /// Names for tags and the like while there are few; numbers for sentences and for long lists.
  private static func phrase(_ change: FieldChange, _ list: ListChange, _ quoted: PhraseQuoting) -> String {
    let name = change.field.label
    if change.field != .pros && change.field != .cons {
      var parts = list.added.map { "+" + quoted($0.name) } + list.removed.map { "−" + quoted($0.name) }
      parts += list.altered.map { "\(quoted($0.new.name)) (\($0.parts.joined(separator: " and ")) changed)" }
      let phrase = "\(name): \(parts.joined(separator: " "))"
      if phrase.unicodeScalars.count <= longestPhrase { return phrase }
    }
    let counts = [(list.added.count, "added"), (list.removed.count, "removed"), (list.altered.count, "altered")]
    return name + " " + counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  static func phrase(_ body: BodyChange) -> String {
    var counts: [BlockChange.Kind: Int] = [:]
    var isProse = true
    for block in body.blocks where block.kind != .unchanged {
      counts[block.kind, default: 0] += 1
      isProse = isProse && block.isParagraph
    }
    var phrases: [String] = []
    for kind in [BlockChange.Kind.edited, .added, .removed, .moved, .split, .merged] {
      guard let count = counts[kind] else { continue }
      // The noun is said once.
      let counted = phrases.isEmpty ? ChangePhrase.count(count, isProse: isProse) : String(count)
      phrases.append("\(counted) \(kind.rawValue)")
    }
    let words = body.changedWords
    if words > 0 { phrases.append("\(words) word\(words == 1 ? "" : "s") changed") }
    return phrases.joined(separator: ", ")
  }
}
