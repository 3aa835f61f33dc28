internal import StetModel

/// Values and texts of a comparison as HTML, each in its language and direction.
struct WordMarkup {
  private let oldLanguage: String?
  private let newLanguage: String?
  private let hasUnseenWords: Bool

  /// - Parameter hasUnseenWords: Whether screen readers are told what `ins` and `del` mean.
  init(_ diff: SnapshotDiff, hasUnseenWords: Bool) {
    oldLanguage = diff.old.language ?? diff.new.language
    newLanguage = diff.new.language ?? diff.old.language
    self.hasUnseenWords = hasUnseenWords
  }

  // MARK: Fields

  /// What stands beside a field's name.
  func content(of change: FieldChange) -> String {
    switch change.detail {
    case .record: return change.kind == .removed ? "The page is gone." : "The page is back."
    case .text(let text):
      guard let old = text.old, let new = text.new else { return replaced(text.old, text.new) }
      return text.rewrittenShare > 0.6
        ? replaced(old, new) : "<span\(attributes(newLanguage))>\(words(text.words))</span>"
    case .list(let list): return content(of: list)
    case .rating(let old?, let new?):
      let phrases = ChangePhrase.ratings(old, new)
      let direction = RatingDirection.of(old, new).map { $0.rawValue + " " } ?? ""
      return direction + replaced(phrases.old, phrases.new)
    case .rating(let old, let new): return replaced(old.map(ChangePhrase.rating), new.map(ChangePhrase.rating))
    case .item(let old?, let new?):
      return ChangePhrase.itemParts(old, new).map { "\($0.name) \(replaced($0.old, $0.new))" }.joined(
        separator: "<br>\n")
    case .item(let old, let new): return replaced(old.map(ChangePhrase.item), new.map(ChangePhrase.item))
    case .body: return ""
    }
  }

  private func content(of list: ListChange) -> String {
    var parts = list.removed.map { marked(.removed, $0.name, isAlone: true) }
    parts += list.added.map { marked(.added, $0.name, isAlone: true) }
    parts += list.altered.map { "\(named($0.new)) (\(HTMLText.escaped($0.parts.joined(separator: " and "))) changed)" }
    if parts.isEmpty { return "order now: " + list.new.map(named).joined(separator: ", ") }
    return parts.joined(separator: " ")
  }

  private func named(_ entry: ListEntry) -> String {
    "<span\(attributes(newLanguage))>\(HTMLText.escaped(entry.name))</span>"
  }

  private func replaced(_ old: String?, _ new: String?) -> String {
    [old.map { marked(.removed, $0, isAlone: true) }, new.map { marked(.added, $0, isAlone: true) }].compactMap(\.self)
      .joined(separator: " <span aria-hidden=\"true\">→</span> ")
  }

  // MARK: Blocks

  /// A block's text, what was removed and added in one.
  func interwoven(_ block: BlockChange) -> String {
    switch block.kind {
    case .added: return text(block, "", newLanguage, whole(.added, block.newText))
    case .removed: return text(block, "", oldLanguage, whole(.removed, block.oldText))
    case .unchanged, .edited, .moved, .split, .merged:
      let words = block.words.isEmpty ? HTMLText.escaped(block.newText ?? "") : words(block.words)
      return text(block, "", newLanguage, words)
    }
  }

  /// A block's old or new text, with what the other side does not have marked.
  func side(_ side: WordRun.Operation, of block: BlockChange) -> String {
    let name = side == .removed ? " old" : " new"
    let language = side == .removed ? oldLanguage : newLanguage
    guard let printed = side == .removed ? block.oldText : block.newText else {
      return "<div class=\"text\(name)\"></div>"
    }
    if block.kind == .added || block.kind == .removed { return text(block, name, language, whole(side, printed)) }
    let runs = block.words.filter { $0.operation == .kept || $0.operation == side }
    let content = block.words.isEmpty ? HTMLText.escaped(printed) : words(runs)
    return text(block, name, language, unseen(side == .removed ? "before" : "after") + content)
  }

  private func text(_ block: BlockChange, _ side: String, _ language: String?, _ html: String) -> String {
    var isCode = false
    if case .code = block.new ?? block.old { isCode = true }
    let isOneLine = isCode || !html.utf8.contains(UInt8(ascii: "\n"))
    let content =
      isOneLine ? html : html.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>\n")
    return "<div class=\"text\(side)\(isCode ? " code" : "")\"\(attributes(language))>\(content)</div>"
  }

  /// A text that only one side has; that it was added or removed is said beside it.
  private func whole(_ operation: WordRun.Operation, _ text: String?) -> String {
    HTMLText.element(operation == .added ? "ins" : "del", text ?? "")
  }

  // MARK: Words

  /// Interwoven texts.
  private func words(_ runs: [WordRun]) -> String {
    var html = ""
    for run in runs {
      html += run.operation == .kept ? HTMLText.escaped(run.text) : marked(run.operation, run.text, isAlone: false)
    }
    return html
  }

  /// A stretch that only one side has. One that stands alone needs a direction of its own; others share that of their text.
  private func marked(_ operation: WordRun.Operation, _ text: String, isAlone: Bool) -> String {
    let (name, word) = operation == .added ? ("ins", "added") : ("del", "removed")
    let language = operation == .added ? newLanguage : oldLanguage
    let needed = isAlone ? attributes(language) : oldLanguage == newLanguage ? "" : self.language(language)
    return "<\(name)\(needed)>\(unseen(word))\(HTMLText.escaped(text))</\(name)>"
  }

  /// A word for screen readers. With a direction of its own it has no part in the choice of its surroundings' direction.
  private func unseen(_ word: String) -> String {
    hasUnseenWords ? "<span class=\"unseen\" lang=\"en\" dir=\"ltr\">\(word): </span>" : ""
  }

  private func attributes(_ language: String?) -> String { self.language(language) + " dir=\"auto\"" }

  private func language(_ tag: String?) -> String { tag.map { " lang=\"\(HTMLText.escaped($0))\"" } ?? "" }
}
