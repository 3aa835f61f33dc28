/// Interwoven texts as a reader of a terminal sees them: `[-removed-]{+added+}`, or coloured without brackets.
struct WordMarks {
  /// Whether colours tell what happened, so that no brackets are needed.
  let color: Bool

  /// Words of unchanged text kept on each side of a change; longer stretches are elided with a count.
  static let context = 30

  /// The runs with their marks.
  func styled(_ runs: [WordRun]) -> StyledText {
    var text = StyledText()
    for (index, run) in runs.enumerated() {
      switch run.operation {
      case .kept: text.append(Self.elided(run.text, isFirst: index == 0, isLast: index == runs.count - 1))
      case .removed: append(run.text, "[-", "-]", .removed, to: &text)
      case .added:
        // "[-old-]{+new+}": the space before a replaced word is shown once.
        let isReplacement = index > 0 && runs[index - 1].operation == .removed && runs[index - 1].text.first == " "
        let isSpaceShown = isReplacement && run.text.first == " " && run.text.contains { !$0.isWhitespace }
        append(isSpaceShown ? String(run.text.dropFirst()) : run.text, "{+", "+}", .added, to: &text)
      }
    }
    return text.quoted
  }

  /// One side of interwoven texts, with what only it has marked.
  func styled(_ runs: [WordRun], side: WordRun.Operation) -> StyledText {
    var text = StyledText()
    for run in runs where run.operation == .kept || run.operation == side {
      if run.operation == .kept {
        text.append(run.text)
      } else {
        let (open, close) = side == .removed ? ("[-", "-]") : ("{+", "+}")
        append(run.text, open, close, side == .removed ? .removed : .added, to: &text)
      }
    }
    return text.quoted
  }

  /// A whole text that only one side has.
  func styled(_ whole: String, _ operation: WordRun.Operation) -> StyledText { styled([WordRun(operation, whole)]) }

  private func append(_ text: String, _ open: String, _ close: String, _ style: TextStyle, to out: inout StyledText) {
    let isBlank = text.allSatisfy { $0.isWhitespace }
    if isBlank {
      // A change of white space alone would not be seen.
      let signs = text.unicodeScalars.map { $0 == "\n" ? "⏎" : $0 == "\t" ? "⇥" : "␣" }.joined()
      out.append(color ? signs : open + signs + close, style)
      return
    }
    let space = text.prefix { $0 == " " }
    out.append(String(space))
    let rest = String(text.dropFirst(space.count))
    out.append(color ? rest : open + rest + close, style)
  }

  /// The text with its middle, or the end far from a change, left out when it is long.
  private static func elided(_ text: String, isFirst: Bool, isLast: Bool) -> StyledText {
    let head = isFirst ? 0 : context
    let tail = isLast ? 0 : context
    let spaces = text.utf8.count { $0 == UInt8(ascii: " ") }
    let hidden = spaces + 1 - head - tail
    // Leaving out a few words would save no reading.
    guard hidden > context, !(isFirst && isLast) else { return StyledText(text) }
    var result = StyledText()
    if head > 0 { result.append(String(text[...space(head, in: text)])) }
    result.append("… \(hidden) words …", .dim)
    if tail > 0 { result.append(String(text[space(spaces + 1 - tail, in: text)...])) }
    return result
  }

  /// Where a space is, counted from 1.
  private static func space(_ number: Int, in text: String) -> String.Index {
    var left = number
    return text.utf8.firstIndex { byte in
      if byte == UInt8(ascii: " ") { left -= 1 }
      return left == 0
    } ?? text.startIndex
  }
}
