internal import StetHTML
internal import StetModel

/// Words that only a style sheet sets apart: `<span>By Ada Example</span><span>Jun 12, 2023</span>` reads as one word,
/// and is laid out as two.
enum SetApart {
  /// Whether two texts that follow each other without a space belong to two inline elements side by side, in a parent that
  /// has no text of its own, and the second begins like a new word.
  static func areParted(_ first: Int, _ second: Int, _ survey: PageSurvey) -> Bool {
    let document = survey.document
    let (before, after) = (document.text[document.textRange(first)], document.text[document.textRange(second)])
    guard let last = before.last, let next = after.first, isWord(last), before.dropLast().last.map(isWord) == true,
      next >= 0x41 && next <= 0x5A && after.count > 1 || ASCII.isDigit(next) && after.count > 4
    else { return false }
    let (left, right) = (outermost(first, survey), outermost(second, survey))
    let parent = document.parent(left)
    guard left != first, right != second, parent > 0, document.parent(right) == parent else { return false }
    return document.children(parent).prefix(40).allSatisfy { document.tag($0) != .text || survey.weight[$0] == 0 }
  }

  /// The outermost element, up to three levels up, that holds a text and no other word.
  private static func outermost(_ text: Int, _ survey: PageSurvey) -> Int {
    var holder = text
    for ancestor in survey.document.ancestors(text).prefix(3) {
      guard ancestor > 0, survey.weight[ancestor] == survey.weight[text] else { break }
      holder = ancestor
    }
    return holder
  }

  private static func isWord(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || ASCII.isDigit(byte) }
}
