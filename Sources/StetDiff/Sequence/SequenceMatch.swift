/// Equal elements of two sequences in their common order.
///
/// Common ends are trimmed, what one side alone has is set aside, the rest goes through `EditScript`; where that is too far
/// apart, elements that occur once on both sides split it (patience diff) and the parts are tried again.
struct SequenceMatch {
  /// The pairs, ascending on both sides.
  private(set) var pairs: [MatchedPair] = []
  /// Whether some part was given up: equal elements may be left unpaired there.
  private(set) var isApproximate = false

  /// How often an element stands in each half of the part that is looked at.
  private var tally: [Tally] = []

  /// At most this many edits are looked for in one part.
  static let maximumEdits = 1_000
  /// A part of more elements is cut at its anchors first, unless it differs by few edits.
  static let largePart = 4_000
  /// What few edits are in a large part.
  static let fewEdits = 100

  /// Up to this many pairs of elements are looked at one by one for equal ones.
  private static let fewPairs = 16

  /// Matches two sequences of identifiers.
  init(_ old: [Int32], _ new: [Int32], effort: inout Effort) {
    let least = min(old.count, new.count)
    var head = 0
    while head < least, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < least - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    pairs.reserveCapacity(head + tail)
    for index in 0..<head { pairs.append(MatchedPair(old: index, new: index)) }
    matchMiddle(old[head..<old.count - tail], new[head..<new.count - tail], effort: &effort)
    for index in 0..<tail {
      pairs.append(MatchedPair(old: old.count - tail + index, new: new.count - tail + index))
    }
  }

  /// Matches what stands between the common ends.
  private mutating func matchMiddle(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, effort: inout Effort) {
    if old.isEmpty || new.isEmpty { return }
    // A word for another: most edits, and not worth a table.
    if old.count * new.count <= Self.fewPairs, !old.contains(where: new.contains) { return }
    let first = pairs.count
    // Small numbers in the order in which the old sequence has them, so that arrays do for tables.
    var numbers = NumberTable(capacity: old.count)
    let before = old.map { numbers.number(of: UInt64(UInt32(bitPattern: $0))) }
    var isInNew = [Bool](repeating: false, count: numbers.count)
    var newKept: [Int] = []
    var after: [Int32] = []
    newKept.reserveCapacity(new.count)
    after.reserveCapacity(new.count)
    for (index, element) in zip(new.indices, new) {
      guard let number = numbers.known(UInt64(UInt32(bitPattern: element))) else { continue }
      isInNew[Int(number)] = true
      newKept.append(index)
      after.append(number)
    }
    let oldKept = before.indices.filter { isInNew[Int(before[$0])] }
    tally = [Tally](repeating: Tally(), count: numbers.count)
    match(oldKept.map { before[$0] }, after, effort: &effort)
    tally = []
    for index in first..<pairs.count {
      pairs[index] = MatchedPair(old: old.startIndex + oldKept[pairs[index].old], new: newKept[pairs[index].new])
    }
  }

  private struct Tally {
    struct Side {
      var count: Int32 = 0
      var place: Int32 = 0

      var isOnce: Bool { count == 1 }

      mutating func add(_ index: Int) {
        count += 1
        place = Int32(index)
      }
    }

    var old = Side()
    var new = Side()
  }

  private struct Part {
    var old: Range<Int>
    var new: Range<Int>
  }

  private mutating func match(_ old: [Int32], _ new: [Int32], effort: inout Effort) {
    // A stack, last part first, so that pairs come out in order.
    var parts = [Part(old: old.indices, new: new.indices)]
    while var part = parts.popLast() {
      while let first = part.old.first, let other = part.new.first, old[first] == new[other] {
        pairs.append(MatchedPair(old: first, new: other))
        part = Part(old: (first + 1)..<part.old.upperBound, new: (other + 1)..<part.new.upperBound)
      }
      var tail: [MatchedPair] = []
      while let last = part.old.last, let other = part.new.last, old[last] == new[other] {
        tail.append(MatchedPair(old: last, new: other))
        part = Part(old: part.old.lowerBound..<last, new: part.new.lowerBound..<other)
      }
      if part.old.isEmpty || part.new.isEmpty {
        pairs.append(contentsOf: tail.reversed())
        continue
      }
      if !tail.isEmpty {
        // The tail is matched again after this part: as a part of its own it is all prefix.
        parts.append(
          Part(
            old: part.old.upperBound..<(part.old.upperBound + tail.count),
            new: part.new.upperBound..<(part.new.upperBound + tail.count)))
      }
      let isLarge = part.old.count + part.new.count > Self.largePart
      if let found = Self.script(old, new, part, isLarge ? Self.fewEdits : Self.maximumEdits, &effort) {
        pairs.append(contentsOf: found)
        continue
      }
      let anchors = anchors(old, new, part, effort: &effort)
      if !anchors.isEmpty {
        parts.append(contentsOf: Self.split(part, at: anchors).reversed())
      } else if isLarge, let found = Self.script(old, new, part, Self.maximumEdits, &effort) {
        pairs.append(contentsOf: found)
      } else {
        isApproximate = true
      }
    }
  }

  private static func script(
    _ old: [Int32], _ new: [Int32], _ part: Part, _ maximumEdits: Int, _ effort: inout Effort
  ) -> [MatchedPair]? {
    if effort.isExhausted { return nil }
    return EditScript.pairs(
      old, part.old, new, part.new, maximumEdits: maximumEdits,
      maximumSteps: 1_000_000 + 8 * (part.old.count + part.new.count), effort: &effort)
  }

  /// Elements that occur once in each half of the part, in their common order.
  private mutating func anchors(
    _ old: [Int32], _ new: [Int32], _ part: Part, effort: inout Effort
  ) -> [MatchedPair] {
    guard effort.spend(part.old.count + part.new.count) else { return [] }
    for index in part.new {
      tally[Int(new[index])].new.add(index)
    }
    for index in part.old { tally[Int(old[index])].old.add(index) }
    var unique: [MatchedPair] = []
    for index in part.old {
      let seen = tally[Int(old[index])]
      if seen.old.isOnce, seen.new.isOnce { unique.append(MatchedPair(old: index, new: Int(seen.new.place))) }
    }
    // Only what was counted is cleared: parts may be many.
    for index in part.new { tally[Int(new[index])] = Tally() }
    for index in part.old { tally[Int(old[index])] = Tally() }
    let values = unique.map { $0.new - part.new.lowerBound }
    let weights = [Int](repeating: 1, count: values.count)
    return IncreasingSubsequence.heaviest(values, weights: weights, bound: part.new.count).map { unique[$0] }
  }

  /// The parts between anchors, each beginning with the anchor before it; none without anchors.
  private static func split(_ part: Part, at anchors: [MatchedPair]) -> [Part] {
    guard let first = anchors.first else { return [] }
    var parts = [Part(old: part.old.lowerBound..<first.old, new: part.new.lowerBound..<first.new)]
    for (index, anchor) in anchors.enumerated() {
      let next = index + 1 < anchors.count ? anchors[index + 1] : nil
      parts.append(
        Part(
          old: anchor.old..<(next?.old ?? part.old.upperBound), new: anchor.new..<(next?.new ?? part.new.upperBound)))
    }
    return parts
  }
}
