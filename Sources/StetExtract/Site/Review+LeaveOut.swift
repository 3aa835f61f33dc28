public import StetModel

extension Review {
  /// Leaves blocks out of the text, wherever they stand in it, with their links.
  ///
  /// A short line goes only where it stands next to a long one that does. A text of which nothing would be left stays.
  /// - Returns: the blocks that went, in the order of the text.
  @discardableResult
  public mutating func leaveOut(_ prints: Set<BlockPrint>) -> [Block] {
    guard !prints.isEmpty else { return [] }
    let furniture = Set(MeasuredBody(body).furniture(where: prints.contains))
    guard !furniture.isEmpty else { return [] }
    var kept: [Block] = []
    var gone: [Block] = []
    for (index, block) in body.enumerated() {
      if furniture.contains(index) {
        gone.append(block)
      } else if block != .rule || kept.last ?? .rule != .rule {
        kept.append(block)
      }
    }
    // A rule parts two things.
    while kept.last == .rule { kept.removeLast() }
    let texts = kept.map(\.plainText)
    guard texts.contains(where: { !$0.isEmpty }) else { return [] }
    body = kept
    let goneTexts = gone.map(\.plainText)
    links.removeAll { link in
      goneTexts.contains { $0.contains(link.text) } && !texts.contains { $0.contains(link.text) }
    }
    return gone
  }
}
