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
  /// How much of both texts differs, in words, from 0 to 1; 1 when one side is absent.
  public let rewrittenShare: Double
  /// Whether the texts were too far apart to compare their words fully.
  public let isApproximate: Bool

  init(_ old: String?, _ new: String?, table: inout WordTable, effort: inout Effort) {
    self.old = old
    self.new = new
    guard let old, let new else {
      words = []
      changedWords = 0
      rewrittenShare = 1
      isApproximate = false
      return
    }
    let before = ScannedText(old, table: &table)
    let after = ScannedText(new, table: &table)
    let comparison = WordComparison(before, after, table: table, effort: &effort)
    let total = before.wordCount + after.wordCount
    rewrittenShare = total == 0 ? 1 : Double(comparison.changedWords) / Double(total)
    words = comparison.runs
    changedWords = comparison.changedWords
    isApproximate = comparison.isApproximate
  }

  /// Whether words differ, in more than their case.
  var changesWords: Bool { old == nil || new == nil || words.changesWords }
}
