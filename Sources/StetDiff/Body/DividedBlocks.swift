/// Finds blocks that became several, and, with the sides exchanged, several that became one.
///
/// Looked for where it happens: among blocks that have no equal, between the same equal neighbours. The parts follow each
/// other, nearly all that each says is in the whole, and together they say most of it.
struct DividedBlocks {
  /// A block and the blocks that it was divided into.
  struct Division {
    /// The whole's place in its body.
    let whole: Int
    /// The parts' places in theirs, two at least.
    let parts: Range<Int>
  }

  /// The divisions found; each block is in one at most.
  private(set) var divisions: [Division] = []
  /// Whether the steps ran out before every block was looked at.
  private(set) var isApproximate = false

  /// So much of a part must be in the whole.
  static let containment = 0.75
  /// So much of the whole must be in its parts.
  static let coverage = 0.7
  /// A part that says less could stand in any text.
  static let minimumWeight = 10
  /// A whole that says less has no room for two parts.
  static let minimumWhole = 2 * Int(containment * Double(minimumWeight))
  /// Parts are looked for so far from where the whole stood.
  static let reach = 6

  /// - Parameters:
  ///   - wholes: The blocks of one side that have no equal, in order.
  ///   - parts: Those of the other side, in order.
  ///   - partner: The block of the other side that a whole was found similar to; nil without one.
  ///   - owner: The whole that a part was found similar to; nil without one.
  ///   - weights: How much each term says.
  init(
    wholes: [BlockTerms], parts: [BlockTerms], partner: (Int) -> Int?, owner: (Int) -> Int?, weights: [Int32],
    effort: inout Effort
  ) {
    // Where each block of a body stands among the parts; those that are no part are in no group.
    var places = [Int](repeating: -1, count: (parts.last?.index ?? -1) + 1)
    for (place, part) in parts.enumerated() { places[part.index] = place }
    var taken: Set<Int> = []
    for (members, group) in BlockTerms.commonStretches(wholes, parts) where group.count > 1 {
      for (position, whole) in wholes[members].enumerated() where whole.weight >= Self.minimumWhole {
        let paired = partner(whole.index).flatMap { places.indices.contains($0) ? places[$0] : nil }
          .flatMap { group.contains($0) ? $0 : nil }
        let center =
          paired ?? group.lowerBound
          + (members.count == 1 ? group.count / 2 : position * (group.count - 1) / (members.count - 1))
        var run: [(place: Int, common: Int)] = []
        var best: (parts: Range<Int>, common: Int)?
        func close() {
          let common = run.reduce(0) { $0 + $1.common }
          if run.count > 1, common > best?.common ?? 0, let first = run.first, let last = run.last {
            best = (first.place..<(last.place + 1), common)
          }
          run = []
        }
        for part in parts[(center - Self.reach..<center + Self.reach + 1).clamped(to: group)] {
          guard effort.spend(whole.terms.count + part.terms.count) else {
            isApproximate = true
            return
          }
          let isFree = !taken.contains(part.index) && (owner(part.index) ?? whole.index) == whole.index
          let common = isFree && part.weight >= Self.minimumWeight ? whole.common(with: part, weights: weights) : 0
          if let last = run.last, last.place + 1 != part.index { close() }
          if Double(common) >= Self.containment * Double(part.weight), common > 0 {
            run.append((part.index, common))
          } else {
            close()
          }
        }
        close()
        guard let best, Double(best.common) >= Self.coverage * Double(whole.weight) else { continue }
        divisions.append(Division(whole: whole.index, parts: best.parts))
        taken.formUnion(best.parts)
      }
    }
  }
}
