internal import StetHTML

/// Paragraphs vote for the elements round them, nearer ones with more weight: the element with most votes is likely to
/// hold the text.
struct AncestorVotes {
  private var votes: [Int32]
  private var winner = 0
  private let document: HTMLDocument

  init(_ places: BlockPlaces, _ survey: PageSurvey) {
    document = survey.document
    votes = [Int32](repeating: 0, count: document.count)
    for block in places.blocks {
      let block = Int(block)
      guard BlockPlaces.isProse(block, survey) else { continue }
      let vote = 12 + 12 * min(survey.ownPunctuation[block], 20) + min(survey.ownWeight[block] / 8, 36)
      var holder = block
      for share in [Int32(1), 2, 4, 6] {
        holder = Int(document.parent(holder))
        if holder <= 0 { break }
        votes[holder] += vote / share
      }
    }
    for node in votes.indices where votes[node] > 0 {
      votes[node] =
        votes[node] / 100 * (100 - Int32(BlockFeatures.percent(survey.linkWeight[node], survey.weight[node])))
      if votes[node] > votes[winner] { winner = node }
    }
  }

  /// Adds a block's columns: the best vote among the four elements round it, of the winner's in percent, and whether
  /// it stands in the winner.
  func append(_ block: Int, to values: inout OutputSpan<UInt8>) {
    var best: Int32 = 0
    var holder = document.parent(block)
    for _ in 0..<4 where holder > 0 {
      best = max(best, votes[holder])
      holder = document.parent(holder)
    }
    values.append(BlockFeatures.percent(best, votes[winner]))
    values.append(winner > 0 && document.contains(winner, block) ? 1 : 0)
  }
}
