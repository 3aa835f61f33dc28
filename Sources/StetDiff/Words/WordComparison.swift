/// Two texts compared word by word.
struct WordComparison: Sendable {
  /// The texts interwoven: kept and removed runs make the old text, kept and added runs the new one (kept ones up to
  /// canonical equivalence). Empty when both texts are.
  private(set) var runs: [WordRun] = []
  /// Words that only one side has, punctuation not counted.
  private(set) var changedWords = 0
  /// Whether the texts were too far apart to compare them fully.
  let isApproximate: Bool

  /// What is not in a run yet: stretches of the old text, the new one, and the old one again.
  private var removed = 0..<0
  private var added = 0..<0
  private var kept = 0..<0

  /// Compares two texts.
  init(_ old: String, _ new: String, table: inout WordTable, effort: inout Effort) {
    let old = ScannedText(old, table: &table)
    let new = ScannedText(new, table: &table)
    self.init(old, new, table: table, effort: &effort)
  }

  /// Compares two texts that were cut with the same table.
  init(_ old: ScannedText, _ new: ScannedText, table: WordTable, effort: inout Effort) {
    let match = SequenceMatch(old.ids, new.ids, effort: &effort)
    isApproximate = match.isApproximate
    let pairs = Self.withoutStrayPunctuation(match.pairs, old, new, table)
    var (oldWord, newWord) = (0, 0)
    for pair in pairs {
      skip(old, oldWord..<pair.old, new, newWord..<pair.new, table)
      let (oldPlace, newPlace) = (old.places[pair.old].range, new.places[pair.new].range)
      space(old, old.spaceStart(pair.old)..<oldPlace.lowerBound, new, new.spaceStart(pair.new)..<newPlace.lowerBound)
      keep(oldPlace, old, new)
      (oldWord, newWord) = (pair.old + 1, pair.new + 1)
    }
    skip(old, oldWord..<old.ids.count, new, newWord..<new.ids.count, table)
    space(
      old, old.spaceStart(old.ids.count)..<old.bytes.count, new, new.spaceStart(new.ids.count)..<new.bytes.count)
    flushChanged(old, new)
    flushKept(old)
  }

  /// Drops pairs of mere punctuation between two changes: a comma that both sides happen to have there says nothing.
  private static func withoutStrayPunctuation(
    _ pairs: [MatchedPair], _ old: ScannedText, _ new: ScannedText, _ table: WordTable
  ) -> [MatchedPair] {
    var result: [MatchedPair] = []
    result.reserveCapacity(pairs.count)
    var start = 0
    while start < pairs.count {
      var end = start + 1
      while end < pairs.count, pairs[end].old == pairs[end - 1].old + 1, pairs[end].new == pairs[end - 1].new + 1 {
        end += 1
      }
      let (first, last) = (pairs[start], pairs[end - 1])
      let touchesStart = first.old == 0 && first.new == 0
      let touchesEnd = last.old == old.ids.count - 1 && last.new == new.ids.count - 1
      let isStray = pairs[start..<end].allSatisfy { table.weights[Int(old.ids[$0.old])] == 0 }
      if touchesStart || touchesEnd || !isStray { result.append(contentsOf: pairs[start..<end]) }
      start = end
    }
    return result
  }

  private mutating func skip(
    _ old: ScannedText, _ oldWords: Range<Int>, _ new: ScannedText, _ newWords: Range<Int>, _ table: WordTable
  ) {
    if let first = oldWords.first, let last = oldWords.last {
      Self.extend(&removed, old.spaceStart(first)..<old.places[last].range.upperBound)
      for word in oldWords where table.weights[Int(old.ids[word])] > 0 { changedWords += 1 }
    }
    if let first = newWords.first, let last = newWords.last {
      Self.extend(&added, new.spaceStart(first)..<new.places[last].range.upperBound)
      for word in newWords where table.weights[Int(new.ids[word])] > 0 { changedWords += 1 }
    }
  }

  /// Takes the white space before a word that both have, or at the end.
  private mutating func space(_ old: ScannedText, _ oldSpace: Range<Int>, _ new: ScannedText, _ newSpace: Range<Int>) {
    if old.bytes[oldSpace] == new.bytes[newSpace] {
      keep(oldSpace, old, new)
    } else {
      Self.extend(&removed, oldSpace)
      Self.extend(&added, newSpace)
    }
  }

  private mutating func keep(_ stretch: Range<Int>, _ old: ScannedText, _ new: ScannedText) {
    if stretch.isEmpty { return }
    flushChanged(old, new)
    Self.extend(&kept, stretch)
  }

  /// Adds what follows directly to a stretch, or begins one.
  private static func extend(_ stretch: inout Range<Int>, _ more: Range<Int>) {
    if more.isEmpty { return }
    stretch = (stretch.isEmpty ? more.lowerBound : stretch.lowerBound)..<more.upperBound
  }

  private mutating func flushChanged(_ old: ScannedText, _ new: ScannedText) {
    if removed.isEmpty && added.isEmpty { return }
    flushKept(old)
    if !removed.isEmpty { runs.append(WordRun(.removed, old.text(removed))) }
    if !added.isEmpty { runs.append(WordRun(.added, new.text(added))) }
    (removed, added) = (0..<0, 0..<0)
  }

  private mutating func flushKept(_ old: ScannedText) {
    if kept.isEmpty { return }
    runs.append(WordRun(.kept, old.text(kept)))
    kept = 0..<0
  }
}
