internal import StetModel

extension SnapshotDiff {
  /// The differences in one line: "title changed; 2 paragraphs edited, 1 moved; rating 4/5 → 3/5". Text from the page has
  /// its control characters made visible. "no difference" when there is none.
  public var summary: String {
    if isEmpty { return "no difference" }
    return phrases.joined(separator: "; ")
  }

  /// The parts of `summary`, one for each field that changed; empty when there is no difference.
  public var phrases: [String] { changes.map(Self.phrase) }

  /// A field's values are told while they take no more characters than this.
  private static let longestPhrase = 120

  private static func phrase(_ change: FieldChange) -> String {
    let name = change.field.label
    switch change.detail {
    case .record: return change.kind == .removed ? "page gone" : "page back"
    case .rating(let old?, let new?):
      let phrases = ChangePhrase.ratings(old, new)
      let direction = RatingDirection.of(old, new).map { " \($0.rawValue)" } ?? ""
      let phrase = VisibleText.of("\(name)\(direction) \(phrases.old) → \(phrases.new)")
      return phrase.unicodeScalars.count <= longestPhrase ? phrase : "\(name) changed"
    case .body(let body): return phrase(body)
    case .list(let list) where change.kind != .reordered: return phrase(change, list)
    case .rating(let old, let new):
      let phrase = VisibleText.of("\(name) \((old ?? new).map(ChangePhrase.rating) ?? "") \(change.kind.rawValue)")
      return phrase.unicodeScalars.count <= longestPhrase ? phrase : "\(name) \(change.kind.rawValue)"
    case .text(let text): return phrase(change, text)
    case .list, .item: return "\(name) \(change.kind.rawValue)"
    }
  }

  /// What a short text was and is; of a longer one how much is another.
  private static func phrase(_ change: FieldChange, _ text: TextChange) -> String {
    let name = change.field.label
    guard let old = text.old, let new = text.new else {
      let phrase = VisibleText.of("\(name): \(text.new ?? text.old ?? "") \(change.kind.rawValue)")
      return phrase.unicodeScalars.count <= longestPhrase ? phrase : "\(name) \(change.kind.rawValue)"
    }
    let phrase = VisibleText.of("\(name) “\(old)” → “\(new)”")
    if phrase.unicodeScalars.count <= longestPhrase { return phrase }
    if text.rewrittenShare >= 0.4 { return "\(name) rewritten (\(Int((text.rewrittenShare * 100).rounded())) %)" }
    if !text.changesWords { return "\(name) changed in punctuation" }
    return "\(name): \(text.changedWords) word\(text.changedWords == 1 ? "" : "s") changed"
  }

  /// Names for tags and the like while there are few; numbers for sentences and for long lists.
  private static func phrase(_ change: FieldChange, _ list: ListChange) -> String {
    let name = change.field.label
    if change.field != .pros && change.field != .cons {
      var parts = list.added.map { "+" + $0.name } + list.removed.map { "−" + $0.name }
      parts += list.altered.map { "\($0.new.name) (\($0.parts.joined(separator: " and ")) changed)" }
      let phrase = VisibleText.of("\(name): \(parts.joined(separator: " "))")
      if phrase.unicodeScalars.count <= longestPhrase { return phrase }
    }
    let counts = [(list.added.count, "added"), (list.removed.count, "removed"), (list.altered.count, "altered")]
    return name + " " + counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  static func phrase(_ body: BodyChange) -> String {
    let changed = body.changed
    var phrases: [String] = []
    for kind in [BlockChange.Kind.edited, .added, .removed, .moved, .split, .merged] {
      let count = changed.count { $0.kind == kind }
      if count == 0 { continue }
      // The noun is said once.
      let counted = phrases.isEmpty ? ChangePhrase.count(count, of: changed) : String(count)
      phrases.append("\(counted) \(kind.rawValue)")
    }
    let words = body.changedWords
    if words > 0 { phrases.append("\(words) word\(words == 1 ? "" : "s") changed") }
    return phrases.joined(separator: ", ")
  }
}
