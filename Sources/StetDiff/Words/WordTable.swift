internal import StetModel

/// Numbers for words, the same for canonically equivalent spellings and other typography, over all texts of one comparison.
struct WordTable {
  private var spellings = SpellingTable()
  /// Each word once, under Swift's equality of strings, which is that of canonical equivalence.
  private var words: [String: Int32] = [:]
  private let foldsTypography: Bool
  /// How much each word says when texts are likened: its letters, at most 12; 0 for punctuation and symbols.
  private(set) var weights: [Int32] = []
  /// Whether each word is a character of a script without spaces: alone it says little.
  private(set) var isIdeograph: [Bool] = []

  /// - Parameter rules: Whether words that differ in typography alone are the same word.
  init(rules: Normalization = .all) { foldsTypography = rules.contains(.typography) }

  /// The number of a word of a text.
  mutating func id(of word: WordScanner.Word, in text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let spelling = UnsafeBufferPointer(rebasing: text[word.start..<word.end])
    if let known = spellings.number(of: spelling) { return known }
    let printed = String(decoding: spelling, as: UTF8.self)
    let folded = foldsTypography ? Typography.folded(printed) : printed
    let id = words[folded] ?? Int32(weights.count)
    if id == weights.count {
      words[folded] = id
      weights.append(word.isPunctuation ? 0 : Int32(min(word.letters, 12)))
      isIdeograph.append(word.isIdeograph)
    }
    spellings.add(spelling, as: id)
    return id
  }
}
