internal import StetModel

/// The body's changes as lines: unchanged blocks counted, the others with a label and their marked words.
struct BodyText {
  let body: BodyChange
  let marks: WordMarks
  /// Whether edited blocks are set beside each other.
  let isSideBySide: Bool

  /// So many changed blocks are shown: nobody reads on for longer. That there are more is said, and how many.
  static let mostBlocks = 10_000

  /// Appends the lines.
  func write(to out: inout LineWrapper) {
    var left = Self.mostBlocks
    // The run of unchanged blocks before the one that is looked at.
    var unchanged = body.blocks[..<0]
    var isFirst = true
    func separate() {
      if !isFirst { out.writeEmptyLine() }
      isFirst = false
    }
    func elide() {
      if unchanged.isEmpty { return }
      separate()
      line(StyledText("… \(ChangePhrase.count(of: unchanged)) unchanged …", .dim), &out)
    }
    for (index, block) in body.blocks.enumerated() {
      if block.kind == .unchanged {
        unchanged = body.blocks[(unchanged.isEmpty ? index : unchanged.startIndex)...index]
        continue
      }
      elide()
      unchanged = []
      separate()
      if left == 0 {
        line(Self.remark(body.blocks[index...]), &out)
        return
      }
      left -= 1
      line(label(block), &out)
      if isSideBySide, block.words.contains(where: { $0.operation != .kept }) {
        out.write(
          left: marks.styled(block.words, side: .removed), right: marks.styled(block.words, side: .added), indent: 4)
        continue
      }
      let text = content(block)
      if !text.isEmpty { out.write(text, first: StyledText("    "), rest: 4) }
    }
    elide()
  }

  /// What is not shown any more.
  private static func remark(_ rest: ArraySlice<BlockChange>) -> StyledText {
    var counts: [BlockChange.Kind: Int] = [:]
    for block in rest { counts[block.kind, default: 0] += 1 }
    let kinds = BlockChange.Kind.allCases.filter { $0 != .unchanged }.compactMap { kind in
      counts[kind].map { "\($0) \(kind.rawValue)" }
    }
    let count = rest.count - counts[.unchanged, default: 0]
    return StyledText(
      "… \(count) more changed block\(count == 1 ? " is" : "s are") not shown here: \(kinds.joined(separator: ", ")). The HTML "
        + "and the JSON have them all.", .bold)
  }

  private func line(_ text: StyledText, _ out: inout LineWrapper) {
    out.write(text, first: StyledText("  "), rest: 2)
  }

  /// "block 4 (paragraph) edited", "block 7 (heading 2) moved from 3 to 7 and edited".
  private func label(_ block: BlockChange) -> StyledText {
    let place = (block.newIndex ?? block.oldIndex ?? 0) + 1
    let name = (block.new ?? block.old)?.label ?? "block"
    var text = StyledText("\(block.kind == .removed ? "old block" : "block") \(place) (\(name)) ", .bold)
    switch block.kind {
    case .unchanged: text.append("unchanged")
    case .added: text.append("added", .added)
    case .removed: text.append("removed", .removed)
    case .edited: text.append("edited", .bold)
    case .moved:
      // Among other changes a block may have moved, and its number be the same.
      let isTold = block.oldIndex != block.newIndex
      let places = isTold ? " from \((block.oldIndex ?? 0) + 1) to \((block.newIndex ?? 0) + 1)" : ""
      text.append("moved\(places)", .moved)
      if block.isEdited { text.append(" and edited", .bold) }
    case .split: text.append("split into \(block.news.count)", .bold)
    case .merged: text.append("merged from \(block.olds.count)", .bold)
    }
    if block.olds.count == 1, block.news.count == 1, let old = block.old, let new = block.new, block.isEdited {
      if old.label != new.label {
        text.append(" (was \(old.label))")
      } else if block.changedWords == 0, block.words.allSatisfy({ $0.operation == .kept }) {
        text.append(" (same words, other structure)")
      }
    }
    return text
  }

  private func content(_ block: BlockChange) -> StyledText {
    switch block.kind {
    case .added: return marks.styled(block.newText ?? "", .added)
    case .removed: return marks.styled(block.oldText ?? "", .removed)
    case .unchanged: return StyledText()
    case .edited, .moved, .split, .merged:
      if block.words.contains(where: { $0.operation != .kept }) { return marks.styled(block.words) }
      return StyledText(Self.opening(block.newText ?? "")).quoted
    }
  }

  /// The first words, to tell a block by.
  private static func opening(_ text: String) -> String {
    let words = text.split(maxSplits: 12, omittingEmptySubsequences: true) { $0 == " " || $0 == "\n" || $0 == "\t" }
    return words.count <= 12 ? text : words.prefix(12).joined(separator: " ") + " …"
  }
}
