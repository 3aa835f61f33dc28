/// Two texts compared word by word.
struct WordComparison: Sendable {
  /// The texts interwoven: kept and removed runs make the old text, kept and added runs the new one (kept ones up to
  /// canonical equivalence). Empty when both texts are.
  private(set) var runs: [WordRun] = []
  /// Words that only one side has, punctuation not counted.
  private(set) var changedWords = 0
  /// Whether the texts were too far apart to compare them fully.
  let isApproximate: Bool

  private var removed: [UInt8] = []
  private var added: [UInt8] = []
  private var kept: [UInt8] = []

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
      let oldSpace = old.bytes[old.spaceStart(pair.old)..<old.starts[pair.old]]
      let newSpace = new.bytes[new.spaceStart(pair.new)..<new.starts[pair.new]]
      if oldSpace == newSpace {
        keep(oldSpace)
      } else {
        removed.append(contentsOf: oldSpace)
        added.append(contentsOf: newSpace)
      }
      keep(old.bytes[old.starts[pair.old]..<old.ends[pair.old]])
      (oldWord, newWord) = (pair.old + 1, pair.new + 1)
    }
    skip(old, oldWord..<old.ids.count, new, newWord..<new.ids.count, table)
    let oldTail = old.bytes[(old.ends.last ?? 0)...]
    let newTail = new.bytes[(new.ends.last ?? 0)...]
    if oldTail == newTail {
      keep(oldTail)
    } else {
      removed.append(contentsOf: oldTail)
      added.append(contentsOf: newTail)
    }
    flushChanged()
    flushKept()
    (removed, added, kept) = ([], [], [])
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
      removed.append(contentsOf: old.bytes[old.spaceStart(first)..<old.ends[last]])
    }
    if let first = newWords.first, let last = newWords.last {
      added.append(contentsOf: new.bytes[new.spaceStart(first)..<new.ends[last]])
    }
    changedWords += oldWords.count { table.weights[Int(old.ids[$0])] > 0 }
    changedWords += newWords.count { table.weights[Int(new.ids[$0])] > 0 }
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    if bytes.isEmpty { return }
    flushChanged()
    kept.append(contentsOf: bytes)
  }

  private mutating func flushChanged() {
    if removed.isEmpty && added.isEmpty { return }
    flushKept()
    if !removed.isEmpty { runs.append(WordRun(.removed, String(decoding: removed, as: UTF8.self))) }
    if !added.isEmpty { runs.append(WordRun(.added, String(decoding: added, as: UTF8.self))) }
    removed.removeAll(keepingCapacity: true)
    added.removeAll(keepingCapacity: true)
  }

  private mutating func flushKept() {
    if kept.isEmpty { return }
    runs.append(WordRun(.kept, String(decoding: kept, as: UTF8.self)))
    kept.removeAll(keepingCapacity: true)
  }
}
