internal import StetModel

/// The text that structured data gives, as a set of three-word runs: what of the page stands in it?
struct ToldText {
  /// Nil when the page tells nothing.
  private let triples: MixedTable<Bool>?

  /// - Parameter text: nil when the page tells nothing.
  init(_ text: String?) {
    guard let text else {
      triples = nil
      return
    }
    var words: [UInt32] = []
    BlockWords.forEach(in: Array(text.utf8)[...]) { word in
      words.append(word)
      return true
    }
    guard words.count > 2 else {
      triples = nil
      return
    }
    var triples = MixedTable<Bool>()
    for start in words.indices.dropLast(2) { triples.replace(Self.triple(words[...], start), with: true) }
    self.triples = triples
  }

  /// The share of a run of words that stands in the text, in percent.
  func share(of words: ArraySlice<UInt32>) -> UInt8 {
    guard let triples, words.count > 2 else { return 0 }
    let found = words.indices.dropLast(2).count { triples.find(Self.triple(words, $0)) == true }
    return BlockFeatures.percent(Int32(found), Int32(words.count - 2))
  }

  private static func triple(_ words: ArraySlice<UInt32>, _ start: Int) -> UInt64 {
    UInt64(words[start]) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(words[start + 1]) << 32 ^ UInt64(words[start + 2])
  }
}
