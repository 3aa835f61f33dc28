internal import StetHTML

/// How much text stands in any stretch of a page, by sums that are made once.
struct TextSums {
  private var weights: [Int]
  private var proses: [Int]

  init(_ survey: PageSurvey) {
    let count = survey.document.count
    weights = []
    proses = []
    weights.reserveCapacity(count + 1)
    proses.reserveCapacity(count + 1)
    var (weight, prose) = (0, 0)
    weights.append(weight)
    proses.append(prose)
    for node in 0..<count {
      weight += Int(survey.ownWeight[node])
      let own = Int(survey.ownWeight[node] - survey.ownLinkWeight[node])
      if own > 60 || own > 20 && survey.ownPunctuation[node] > 0 { prose += own }
      weights.append(weight)
      proses.append(prose)
    }
  }

  /// The visible text of the blocks that start in a stretch.
  func weight(_ range: Range<Int>) -> Int { weights[range.upperBound] - weights[range.lowerBound] }

  /// What of it reads like prose: the words of blocks, without links, that have punctuation or are no mere label.
  func prose(_ range: Range<Int>) -> Int { proses[range.upperBound] - proses[range.lowerBound] }
}
