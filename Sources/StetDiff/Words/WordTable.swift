internal import StetModel

/// Numbers for words, the same for canonically equivalent spellings and other typography, over all texts of one comparison.
struct WordTable {
  private var ids: [String: Int32] = [:]
  private let foldsTypography: Bool
  // Swift hashes strings by their normal form, which is slow beyond ASCII: single scalars skip it.
  private var scalarIDs: [UInt32: Int32] = [:]
  /// How much each word says when texts are likened: its letters, at most 12; 0 for punctuation and symbols.
  private(set) var weights: [Int] = []
  /// Whether each word is a character of a script without spaces: alone it says little.
  private(set) var isIdeograph: [Bool] = []

  /// - Parameter rules: Whether words that differ in typography alone are the same word.
  init(rules: Normalization = .all) { foldsTypography = rules.contains(.typography) }

  /// The number of a word; `letters` counts its scalars without marks, 0 for punctuation and symbols.
  mutating func id(of bytes: ArraySlice<UInt8>, only scalar: Unicode.Scalar?, letters: Int, isIdeograph: Bool) -> Int32
  {
    if let scalar, let known = scalarIDs[scalar.value] { return known }
    let word = String(decoding: bytes, as: UTF8.self)
    let id: Int32
    let folded = foldsTypography ? Typography.folded(word) : word
    if let known = ids[word] ?? ids[folded] {
      id = known
      ids[word] = id
    } else {
      id = Int32(weights.count)
      ids[word] = id
      ids[folded] = id
      weights.append(min(letters, 12))
      self.isIdeograph.append(isIdeograph)
    }
    if let scalar { scalarIDs[scalar.value] = id }
    return id
  }
}
