/// When a text has shrunk beyond belief: less than a fifth is left of one that had at least 500 bytes.
enum ShrinkRule {
  /// A share of the text below this is not an edit.
  static let smallestShare = 0.2
  /// A share below this is no edit where the page has signs of a wall.
  static let doubtfulShare = 0.6
  /// Texts below this many bytes of UTF-8 come and go.
  static let smallestText = 500

  /// Whether a text of `length` bytes can hardly be what became of one of `last` bytes.
  static func isBroken(by length: Int, after last: Int) -> Bool {
    last >= smallestText && Double(length) < Double(last) * smallestShare
  }

  /// Whether so much of the text is gone that a sign of a wall is to be believed.
  static func isDoubtful(_ length: Int, after last: Int) -> Bool {
    last >= smallestText && Double(length) < Double(last) * doubtfulShare
  }
}
