internal import StetHTML

/// Where more than the usual probability is asked of a block before it is taken for text.
struct BlockGuards {
  private let reading: PageReading
  /// By node: whether it stands in something that asks readers for something: to agree, to subscribe, to share, to give.
  private var isAppeal: [Bool]
  /// By node: whether it stands in a later article of an endless page.
  private var isRival: [Bool]

  init(_ reading: PageReading) {
    self.reading = reading
    let survey = reading.survey
    isAppeal = [Bool](repeating: false, count: reading.document.count)
    isRival = isAppeal
    for rival in reading.region?.rivals ?? [] {
      for node in reading.document.subtree(rival) { isRival[node] = true }
    }
    for top in reading.region?.clutter.tops ?? [] {
      // The appeal may be one of several things in what is called clutter for another reason.
      for node in reading.document.subtree(top) where !survey.signals[node].isDisjoint(with: Self.appeals) {
        if isAppeal[node] { continue }
        for inner in reading.document.subtree(node) { isAppeal[inner] = true }
      }
    }
  }

  private static let appeals: Signals = [.consent, .overlay, .newsletter, .share, .donation]

  /// The probability that a block needs; more than 1 for one that cannot be text.
  func needed(of block: Int, usually threshold: Float) -> Float {
    guard let region = reading.region else { return threshold }
    if isRival[block] { return 2 }
    if isAppeal[block] { return 0.9 }
    return region.clutter.isClutter[block] ? max(threshold, 0.5) : threshold
  }
}
