public import StetModel

extension Extraction {
  /// Leaves blocks out of the text that recur on other pages of its host, and notes which did.
  ///
  /// The same page, read by the same rules, without the same blocks, is the same record: see `ExtractorFacts.recurring`.
  /// - Parameters:
  ///   - found: what recurs, as `SiteKnowledge` has it.
  ///   - settled: what an earlier version of the page was read without: what is the site's once does not come back.
  public mutating func leaveOut(_ found: [RecurringBlock], settled: [RecurringBlock] = []) {
    guard !found.isEmpty || !settled.isEmpty else { return }
    let known = Dictionary((found + settled).map { ($0.print, $0) }) { first, _ in first }
    let gone = review.leaveOut(Set(known.keys))
    for block in gone {
      let text = ReadingText.normalized(block.plainText)
      guard let recurring = known[BlockPrint(of: text)] else { continue }
      if !extractor.recurring.contains(where: { $0.print == recurring.print }) { extractor.recurring.append(recurring) }
      explain(recurring, text)
    }
  }

  /// `--explain` tells of a block that went as of a candidate that lost.
  private mutating func explain(_ block: RecurringBlock, _ text: String) {
    guard let body = explanations.firstIndex(where: { $0.field == "body" }) else { return }
    explanations[body].winner?.value = "\(review.body.count) blocks"
    explanations[body].losers.append(
      FieldExplanation.Candidate(
        value: text, provenance: Provenance(source: "page", at: ""),
        rule: "recurs on \(block.pages) of \(block.of) other pages of this host", score: 0))
  }
}
