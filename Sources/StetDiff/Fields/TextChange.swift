/// A field of running text before and after, normalised.
public struct TextChange: Sendable, Hashable {
  /// The text before; nil when the field was absent.
  public let old: String?
  /// The text after; nil when the field is absent.
  public let new: String?
  /// Both interwoven; empty when one side is absent.
  public let words: [WordRun]
  /// Words that only one side has, punctuation not counted; 0 when one side is absent.
  public let changedWords: Int
  /// Whether the texts were too far apart to compare their words fully.
  public let isApproximate: Bool

  init(_ old: String?, _ new: String?, table: inout WordTable, effort: inout Effort) {
    self.old = old
    self.new = new
    guard let old, let new else {
      words = []
      changedWords = 0
      isApproximate = false
      return
    }
    let comparison = WordComparison(old, new, table: &table, effort: &effort)
    words = comparison.runs
    changedWords = comparison.changedWords
    isApproximate = comparison.isApproximate
  }
}
