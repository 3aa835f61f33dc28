internal import StetHTML

/// How much each subtree looks like running text: the sum over its blocks, good ones above and bad ones below zero.
///
/// A block of prose is worth its length; labels, menus and clutter cost a little, whatever their length: what the
/// comments below a review say must not weigh against it.
struct BlockScores {
  /// By node: the sum over the subtree.
  private(set) var sum: [Double]
  /// By node: whether it is a block of prose of its own.
  private(set) var isProse: [Bool]

  init(_ survey: PageSurvey, _ clutter: ClutterMap) {
    let document = survey.document
    sum = [Double](repeating: 0, count: document.count)
    isProse = [Bool](repeating: false, count: document.count)
    for top in clutter.tops { sum[top] = -min(Double(survey.weight[top]) * 0.3, 60) }
    for index in stride(from: document.count - 1, to: 0, by: -1) {
      let parent = document.parent(index)
      if clutter.isClutter[index] {
        if !clutter.isClutter[parent] { sum[parent] += sum[index] }
        continue
      }
      if survey.ownWeight[index] > 0 {
        let score = Self.score(index, survey)
        sum[index] += score
        isProse[index] = score > 20
      }
      sum[parent] += sum[index]
    }
  }

  private static func score(_ index: Int, _ survey: PageSurvey) -> Double {
    let own = Double(survey.ownWeight[index])
    let linked = Double(survey.ownLinkWeight[index]) / own
    let punctuation = survey.ownPunctuation[index]
    switch survey.document.tag(index) {
    case .h1, .h2, .h3, .h4, .h5, .h6: return linked > 0.5 ? -6 : 4
    case .figcaption, .caption: return 0
    default: break
    }
    if linked > 0.6 { return -min(own * 0.5 + 5, 40) }
    if own >= 80 || (own >= 25 && punctuation > 0) {
      let furniture = survey.signals[index].isDisjoint(with: Signals.furniture) ? 1.0 : 0.4
      return own * (1 - linked) * furniture * (punctuation == 0 && own < 200 ? 0.5 : 1)
    }
    // Entries of lists and tables are short by nature; a short line of its own is more often a label.
    switch survey.document.tag(index) {
    case .li, .td, .th, .dt, .dd, .tr, .table, .ul, .ol: return linked > 0.3 ? -4 : 0
    default: return linked > 0.3 ? -6 : -3
    }
  }
}
