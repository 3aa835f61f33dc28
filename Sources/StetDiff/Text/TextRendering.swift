internal import StetModel

/// A comparison set for reading in a terminal.
///
/// A heading with page, versions and dates; a line or more for each field that differs; the body's changes with unchanged
/// blocks counted, not shown. Removed words are `[-…-]`, added ones `{+…+}`, or red struck out and green with colour.
/// Control characters in the page's text are made visible.
public struct TextRendering: Sendable {
  /// As it is before the first line.
  private let wrapper: LineWrapper
  private let marks: WordMarks
  private let layout: Layout
  private let newName: String?

  /// How the body's changes are set.
  public enum Layout: Sendable, Hashable {
    /// Removed and added words in one text.
    case interwoven
    /// The old and the new text of edited blocks beside each other.
    case sideBySide
    /// Not at all: the fields and the numbers only.
    case numbers
  }

  /// A rendering.
  ///
  /// - Parameters:
  ///   - width: Columns of a line; less than 20 counts as 20. Wide characters count two.
  ///   - color: Whether to use escape sequences for colour.
  ///   - layout: How the body's changes are set.
  ///   - newName: What the new side is called; nil: by its version's number.
  ///   - isolatesDirections: Whether text of the page that runs from right to left stands in isolates (UAX #9), line by
  ///     line, so that the order of our lines holds: for terminals, which may know both directions.
  public init(
    width: Int, color: Bool, layout: Layout = .interwoven, newName: String? = nil, isolatesDirections: Bool = false
  ) {
    self.layout = layout
    self.newName = newName
    wrapper = LineWrapper(width: max(20, width), color: color, isolatesDirections: isolatesDirections)
    marks = WordMarks(color: color)
  }

  /// The comparison as lines, each ending in a newline.
  public func render(_ diff: SnapshotDiff) -> String {
    var out = wrapper
    heading(diff, &out)
    out.writeEmptyLine()
    if let severity = diff.severity {
      out.write(
        StyledText(severity.rawValue, severity >= .substantive ? .bold : .plain),
        first: StyledText("severity", .bold) + StyledText("    "), rest: 12)
    } else {
      line(StyledText("No difference."), to: &out)
    }
    var body: BodyChange?
    for change in diff.changes {
      if case .body(let found) = change.detail { body = found }
      field(change, &out)
    }
    for note in diff.notes { field(note, &out, isNote: true) }
    if let body, layout != .numbers {
      out.writeEmptyLine()
      BodyText(body: body, marks: marks, isSideBySide: layout == .sideBySide).write(to: &out)
    }
    if diff.isApproximate {
      out.writeEmptyLine()
      line(
        StyledText(
          "The texts are too far apart to compare everything: some that are alike may be shown as removed and added.",
          .dim), to: &out)
    }
    return String(decoding: out.written, as: UTF8.self)
  }

  private func line(_ text: StyledText, to out: inout LineWrapper) {
    out.write(text, first: StyledText(), rest: 0)
  }

  private func heading(_ diff: SnapshotDiff, _ out: inout LineWrapper) {
    if diff.old.page == diff.new.page {
      line(StyledText(diff.new.page.description, .bold), to: &out)
    } else {
      line(StyledText(diff.old.page.description, .bold), to: &out)
      line(StyledText("→ ") + StyledText(diff.new.page.description, .bold), to: &out)
    }
    line(StyledText(Self.side(diff.old, nil) + " → " + Self.side(diff.new, newName), .dim), to: &out)
  }

  private static func side(_ side: DiffSide, _ name: String?) -> String {
    let cause: String
    switch side.cause {
    case .page: cause = ""
    case .extractor: cause = ", read again by other rules"
    case .import: cause = ", imported"
    case .gone: cause = ", gone"
    }
    return "\(name ?? "version \(side.version)") (\(side.captured)\(cause))"
  }

  private func field(_ change: FieldChange, _ out: inout LineWrapper, isNote: Bool = false) {
    for (index, content) in contents(change).enumerated() {
      let label = index == 0 ? change.field.label : ""
      let padding = String(repeating: " ", count: max(1, 12 - label.count))
      var text = content
      if isNote { text.append(" (makes no version)", .dim) }
      out.write(text, first: StyledText(label, .bold) + StyledText(padding), rest: 12)
    }
  }

  /// What stands beside the field's name, a paragraph each.
  private func contents(_ change: FieldChange) -> [StyledText] {
    switch change.detail {
    case .record:
      return [StyledText(change.kind == .removed ? "The page is gone." : "The page is back.")]
    case .text(let text): return [contents(text)]
    case .list(let list): return contents(list, isOfSentences: change.field == .pros || change.field == .cons)
    case .rating(let old?, let new?):
      let phrases = ChangePhrase.ratings(old, new)
      let direction = RatingDirection.of(old, new).map { StyledText($0.rawValue + " ") } ?? StyledText()
      return [direction + replaced(phrases.old, phrases.new)]
    case .rating(let old, let new):
      return [oneSided(old.map(ChangePhrase.rating), new.map(ChangePhrase.rating))]
    case .item(let old?, let new?):
      return ChangePhrase.itemParts(old, new).map {
        StyledText($0.name + " ")
          + ($0.old != nil && $0.new != nil ? replaced($0.old ?? "", $0.new ?? "") : oneSided($0.old, $0.new))
      }
    case .item(let old, let new): return [oneSided(old.map(ChangePhrase.item), new.map(ChangePhrase.item))]
    case .body(let body): return [StyledText(SnapshotDiff.phrase(body))]
    }
  }

  private func contents(_ text: TextChange) -> StyledText {
    guard let old = text.old, let new = text.new else { return oneSided(text.old, text.new) }
    // With hardly a word in common, before → after reads better than marks.
    let keptLength = text.words.reduce(0) { $0 + ($1.operation == .kept ? $1.text.utf8.count : 0) }
    let isShort = max(old.utf8.count, new.utf8.count) <= 120
    if isShort, keptLength * 3 < max(old.utf8.count, new.utf8.count) { return replaced(old, new) }
    return marks.styled(text.words)
  }

  private func contents(_ list: ListChange, isOfSentences: Bool) -> [StyledText] {
    var entries: [StyledText] = list.added.map { StyledText("+", .added) + StyledText($0.name, .added).quoted }
    entries += list.removed.map { StyledText("−", .removed) + StyledText($0.name, .removed).quoted }
    entries += list.altered.map {
      StyledText($0.new.name).quoted + StyledText(" (\($0.parts.joined(separator: " and ")) changed)")
    }
    var lines: [StyledText] = []
    if isOfSentences {
      lines = entries
    } else if let first = entries.first {
      lines = [entries.dropFirst().reduce(first) { $0 + StyledText("  ") + $1 }]
    }
    if list.isReordered || list.isSameSet {
      let names = list.new.enumerated().map {
        StyledText($0.offset == 0 ? "" : ", ") + StyledText($0.element.name).quoted
      }
      lines.append(names.reduce(StyledText("order now: ")) { $0 + $1 })
    }
    return lines
  }

  private func replaced(_ old: String, _ new: String) -> StyledText {
    StyledText(old.isEmpty ? "(empty)" : old, wrapper.color ? .removed : .plain).quoted + StyledText(" → ")
      + StyledText(new.isEmpty ? "(empty)" : new, wrapper.color ? .added : .plain).quoted
  }

  private func oneSided(_ old: String?, _ new: String?) -> StyledText {
    if let new { return StyledText("+ ", .added) + StyledText(new.isEmpty ? "(empty)" : new, .added).quoted }
    return StyledText("− ") + StyledText(old.map { $0.isEmpty ? "(empty)" : $0 } ?? "", .removed).quoted
  }
}
