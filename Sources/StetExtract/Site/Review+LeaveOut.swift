public import StetModel

extension Review {
  /// Leaves out of the text the blocks that say one of these things, wherever they stand in it, with the links that lead
  /// from nowhere else. Quotations and code stay, and so does a text of which nothing would be left.
  ///
  /// Each block is judged by itself: leaving out some and then others is leaving out all of them.
  /// - Returns: the blocks that went, in the order of the text.
  @discardableResult
  public mutating func leaveOut(_ prints: Set<BlockPrint>) -> [Block] {
    guard !prints.isEmpty else { return [] }
    return leaveOut(at: MeasuredBody(body).places(of: prints))
  }

  /// The same by where they stand, ascending.
  mutating func leaveOut(at places: [Int]) -> [Block] {
    guard !places.isEmpty else { return [] }
    var kept: [Block] = []
    var gone: [Block] = []
    // Whether something went since the last block that is no rule.
    var isGap = false
    for (index, block) in body.enumerated() {
      if gone.count < places.count, places[gone.count] == index {
        gone.append(block)
        isGap = true
      } else if block != .rule {
        kept.append(block)
        isGap = false
      } else if !isGap || kept.last ?? .rule != .rule {
        // A rule parts two things: of those around what went one is left.
        kept.append(block)
      }
    }
    while isGap, kept.last == .rule { kept.removeLast() }
    guard kept.contains(where: { !$0.plainText.isEmpty }) else { return [] }
    body = kept
    let (lost, left) = (BlockLinks(gone), BlockLinks(kept))
    links.removeAll { lost.contains($0) && !left.contains($0) }
    return gone
  }
}
