/// Two texts as a unified diff (POSIX diff -u), which patch(1) and git apply take.
public enum UnifiedDiff {
  /// Lines of unchanged text on each side of a change.
  public static let context = 3

  /// The diff with its two file lines; empty when the texts are the same. Lines end in a line feed; a text whose last line
  /// does not is marked as diff(1) does.
  /// - Parameters:
  ///   - names: What stands in the file lines, without control characters.
  public static func between(_ old: String, _ new: String, names: (old: String, new: String)) -> String {
    var numbers = SpellingTable()
    func number(_ line: ArraySlice<UInt8>) -> Int32 { line.withUnsafeBufferPointer { numbers.numbered($0) } }
    let (before, after) = (lines(of: old), lines(of: new))
    var effort = Effort(limit: 16_000_000)
    let match = SequenceMatch(before.map(number), after.map(number), effort: &effort)
    let hunks = hunks(match.pairs, before.count, after.count)
    if hunks.isEmpty { return "" }
    var out: [UInt8] = Array("--- \(names.old)\n+++ \(names.new)\n".utf8)
    for hunk in hunks {
      out += Array("@@ -\(range(hunk.old)) +\(range(hunk.new)) @@\n".utf8)
      var (nextOld, nextNew) = (hunk.old.lowerBound, hunk.new.lowerBound)
      for pair in match.pairs[hunk.kept] + [MatchedPair(old: hunk.old.upperBound, new: hunk.new.upperBound)] {
        for line in before[nextOld..<pair.old] { write("-", line, to: &out) }
        for line in after[nextNew..<pair.new] { write("+", line, to: &out) }
        if pair.old < hunk.old.upperBound { write(" ", before[pair.old], to: &out) }
        (nextOld, nextNew) = (pair.old + 1, pair.new + 1)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private struct Hunk {
    var old: Range<Int>
    var new: Range<Int>
    /// The lines of context in it, by their places among the pairs.
    var kept: Range<Int>
  }

  /// The changes with their context, those that would touch as one.
  private static func hunks(_ pairs: [MatchedPair], _ oldCount: Int, _ newCount: Int) -> [Hunk] {
    var hunks: [Hunk] = []
    var (nextOld, nextNew) = (0, 0)
    for (index, pair) in (pairs + [MatchedPair(old: oldCount, new: newCount)]).enumerated() {
      if pair.old > nextOld || pair.new > nextNew {
        let before = pairs[max(0, index - context)..<index]
        let after = pairs[index..<min(pairs.count, index + context)]
        // Context goes only as far as lines follow each other on both sides.
        let head = before.reversed().enumerated().prefix { $1.old == nextOld - 1 - $0 && $1.new == nextNew - 1 - $0 }
          .count
        let tail = after.enumerated().prefix { $1.old == pair.old + $0 && $1.new == pair.new + $0 }.count
        let hunk = Hunk(
          old: (nextOld - head)..<(pair.old + tail), new: (nextNew - head)..<(pair.new + tail),
          kept: (index - head)..<(index + tail))
        if let last = hunks.last, last.old.upperBound >= hunk.old.lowerBound, last.new.upperBound >= hunk.new.lowerBound
        {
          // No line lies between the two, so that no pair does.
          hunks[hunks.count - 1] = Hunk(
            old: last.old.lowerBound..<hunk.old.upperBound, new: last.new.lowerBound..<hunk.new.upperBound,
            kept: last.kept.lowerBound..<hunk.kept.upperBound)
        } else {
          hunks.append(hunk)
        }
      }
      (nextOld, nextNew) = (pair.old + 1, pair.new + 1)
    }
    return hunks
  }

  /// The lines, each with its line feed; the last one may have none.
  private static func lines(of text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func write(_ sign: Character, _ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
    out += sign.utf8
    out += line
    if line.last != 0x0A { out += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// A hunk's range: its first line counted from 1, or the line before an empty one.
  private static func range(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }
}
