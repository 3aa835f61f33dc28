public import StetModel

extension Extraction {
  /// Leaves blocks out of the text that recur on other pages of its host, and notes which did.
  ///
  /// The same page, read by the same rules, without the same blocks, is the same record: see `ExtractorFacts.recurring`.
  /// - Parameters:
  ///   - found: what recurs, as `SiteKnowledge` has it.
  ///   - settled: what an earlier version of the page was read without: what is the site's once does not come back.
  ///   - text: the text as it is, where it was measured already.
  public mutating func leaveOut(
    _ found: [RecurringBlock], settled: [RecurringBlock] = [], of text: MeasuredBody? = nil
  ) {
    guard !found.isEmpty || !settled.isEmpty else { return }
    let known = Dictionary((found + settled).map { ($0.print, $0) }) { first, _ in first }
    let text = text ?? MeasuredBody(review.body)
    let places = text.places(of: Set(known.keys))
    let gone = review.leaveOut(at: places)
    var noted = Set(extractor.recurring.map(\.print))
    // `--explain` tells of a block that went as of a candidate that lost.
    let field = explanations.firstIndex { $0.field == "body" }
    for (place, block) in zip(places, gone) {
      guard let print = text.entries[place]?.print, let recurring = known[print] else { continue }
      if noted.insert(print).inserted { extractor.recurring.append(recurring) }
      if let field { explanations[field].losers.append(Self.candidate(block, recurring)) }
    }
    if !gone.isEmpty, let field { explanations[field].winner?.value = "\(review.body.count) blocks" }
  }

  private static func candidate(_ block: Block, _ recurring: RecurringBlock) -> FieldExplanation.Candidate {
    FieldExplanation.Candidate(
      value: ReadingText.normalized(block.plainText), provenance: Provenance(source: "page", at: ""),
      rule: "recurs on \(recurring.pages) of \(recurring.of) other pages of this host", score: 0)
  }
}
