internal import StetModel

/// How much a difference matters, by rules that can be said in a sentence each; `docs/diff.md` says them.
enum SeverityRules {
  /// A body that loses so much of its words was taken back.
  static let lostShare = 0.75
  /// Fewer words of a text do not tell how much of it went.
  static let fewWords = 40
  /// So many words differing in a body are more than a slip, in a text of any length.
  static let manyWords = 24
  /// So large a part of a body's words is more than a slip.
  static let largeShare = 0.1
  /// A paragraph of so many words that comes or goes is more than a note.
  static let wholeParagraph = 12

  static func severity(of detail: FieldChange.Detail, in field: RecordField, _ kind: FieldChange.Kind) -> Severity {
    switch detail {
    case .record: kind == .removed ? .retraction : .substantive
    case .rating(let old, let new): rating(old, new)
    case .item: .substantive
    case .list(let list): severity(of: list, in: field)
    case .text(let text): severity(of: text, in: field)
    case .body(let body): severity(of: body)
    }
  }

  /// A rating that goes was taken back; one that is only printed otherwise says the same.
  private static func rating(_ old: Rating?, _ new: Rating?) -> Severity {
    guard let old else { return .substantive }
    guard let new else { return .retraction }
    return old.value == new.value && old.best == new.best ? .cosmetic : .substantive
  }

  private static func severity(of list: ListChange, in field: RecordField) -> Severity {
    switch field {
    case .authors: list.added.isEmpty && list.removed.isEmpty ? .cosmetic : .substantive
    case .pros, .cons: list.isSameSet ? .cosmetic : .substantive
    default: .cosmetic
    }
  }

  private static func severity(of text: TextChange, in field: RecordField) -> Severity {
    if field == .published { return .substantive }
    if let new = text.new, let notice = RetractionWords.notice(in: new),
      notice != text.old.flatMap(RetractionWords.notice)
    {
      return .retraction
    }
    guard text.old != nil, text.new != nil else { return field == .verdict ? .substantive : .correction }
    if !text.changesWords { return .cosmetic }
    // A headline is short: one word of it may be a slip, half of it is another headline.
    if field == .verdict || (field == .title && text.rewrittenShare >= 0.5 && text.changedWords > 2) {
      return .substantive
    }
    return .correction
  }

  private static func severity(of body: BodyChange) -> Severity {
    var (before, after, differing, notices) = (0, 0, 0, 0)
    var isSubstantive = false
    var changesWords = false
    for block in body.blocks {
      let (old, new) = (block.oldWords, block.newWords)
      before += old
      after += new
      switch block.kind {
      case .unchanged: continue
      case .added, .removed:
        differing += old + new
        if max(old, new) >= wholeParagraph { isSubstantive = true }
        if old + new > 0 { changesWords = true }
      case .edited, .moved, .split, .merged:
        differing += block.changedWords
        changesWords = changesWords || block.words.changesWords
        isSubstantive = isSubstantive || block.words.changesNumbers
      }
      if block.kind == .added || block.isEdited, let new = block.newText, RetractionWords.notice(in: new) != nil,
        block.oldText.flatMap(RetractionWords.notice) == nil
      {
        notices += 1
      }
    }
    if notices > 0 { return .retraction }
    if before >= fewWords, Double(after) <= Double(before) * (1 - lostShare) { return .retraction }
    if !changesWords { return .cosmetic }
    let share = Double(differing) / Double(max(1, before + after)) * 2
    return isSubstantive || differing >= manyWords || (share >= largeShare && differing > 4)
      ? .substantive : .correction
  }
}
