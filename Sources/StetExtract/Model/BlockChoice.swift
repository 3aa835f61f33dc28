/// How sure one has to be of a block to keep it.
///
/// On a page where every block is clear the answer is one half. Where much is doubtful, leaving out costs more than
/// letting in: the threshold is the one that promises the best F1, counted over the page's words.
struct BlockChoice {
  private(set) var threshold: Float = 0.5
  /// The F1 to be expected, 0 to 1.
  private(set) var promise: Double = 0

  /// - Parameters:
  ///   - probabilities: by block, that it is text.
  ///   - weights: by block, how much text it has.
  init(_ probabilities: [Float], _ weights: [Float]) {
    let order = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
    let expected = zip(probabilities, weights).reduce(0) { $0 + $1.0 * $1.1 }
    var (good, kept, best) = (Float(0), Float(0), Float(0))
    for position in order {
      good += probabilities[position] * weights[position]
      kept += weights[position]
      let value = 2 * good / (kept + expected + 1e-9)
      guard value > best else { continue }
      best = value
      threshold = probabilities[position]
    }
    threshold = min(0.6, max(0.2, threshold))
    promise = Double(min(best, 1))
  }
}
