internal import StetHTML

/// Which parts of a page are not its text, judged by what they are called.
///
/// Judging by names goes wrong where a site calls its own text "sponsored" or its page "has-sidebar". An element is
/// therefore spared when it holds the page's h1 or most of a body-like element, and a map that would leave too little
/// text is drawn again more leniently.
struct ClutterMap {
  /// How much is believed of what elements are called.
  enum Strictness: Int, CaseIterable {
    /// Elements, roles, and class names.
    case names
    /// Elements that stand for navigation, footers and dialogs alone.
    case elements
    /// Nothing is clutter.
    case nothing
  }

  let strictness: Strictness
  /// By node: whether it or an ancestor is clutter.
  private(set) var isClutter: [Bool]
  /// The outermost clutter elements, in document order.
  private(set) var tops: [Int] = []

  /// The strictest map that leaves at least a tenth of the page's text, and some sentences.
  static func draw(_ survey: PageSurvey) -> ClutterMap {
    let total = Int(survey.weight[0])
    var map = ClutterMap(survey, .names)
    for strictness in Strictness.allCases.dropFirst() {
      let kept = total - map.clutterWeight(survey)
      if kept >= max(200, total / 10) || total < 200 { return map }
      map = ClutterMap(survey, strictness)
    }
    return map
  }

  private init(_ survey: PageSurvey, _ strictness: Strictness) {
    self.strictness = strictness
    isClutter = [Bool](repeating: false, count: survey.document.count)
    let spared = ClutterMap.sparedBefore(survey)
    for index in 1..<max(survey.document.count, 1) {
      let parent = survey.document.parent(index)
      if isClutter[parent] {
        isClutter[index] = true
      } else if judge(index, survey, sparedBefore: spared) {
        isClutter[index] = true
        tops.append(index)
      }
    }
  }

  private func clutterWeight(_ survey: PageSurvey) -> Int { tops.reduce(0) { $0 + Int(survey.weight[$1]) } }

  private func judge(_ index: Int, _ survey: PageSurvey, sparedBefore: [Int32]) -> Bool {
    guard strictness != .nothing, survey.isVisible[index] else { return false }
    let tag = survey.document.tag(index)
    guard tag != .text, tag != .body, tag != .html, tag != .main else { return false }
    let kind = TagClass.of(tag)
    if kind.contains(.control) { return true }
    let signals = survey.signals[index]
    var suspect = kind.contains(.clutter)
    if strictness == .names, !suspect {
      if tag == .aside {
        suspect = true
      } else if !signals.isDisjoint(with: .clutter) {
        // A tweet or a post set as a quotation is part of the text that quotes it.
        suspect = tag != .blockquote && tag != .a
      }
    }
    guard suspect else { return false }
    // A box of comments is not spared for its own sake, only for what stands in it.
    let isComments = signals.contains(.comment) && tag != .article
    let start = isComments ? index + 1 : index
    return sparedBefore[survey.document.end(index)] == sparedBefore[start]
  }

  /// The smallest element that holds the page's only h1 and more than half of the words that are no links; nil where the h1
  /// is a link, as logos are, or is not what the page is called, and where the element lies over the page.
  private static func columnOfHeadline(_ survey: PageSurvey) -> Int? {
    let document = survey.document
    let headlines = survey.landmarks.headings.filter { document.tag($0) == .h1 }
    guard headlines.count == 1, survey.weight[headlines[0]] >= 10, survey.linkWeight[headlines[0]] == 0 else {
      return nil
    }
    let words = survey.weight[0] - survey.linkWeight[0]
    let column = document.ancestors(headlines[0]).first { (survey.weight[$0] - survey.linkWeight[$0]) * 2 > words }
    guard let column, survey.signals[column].isDisjoint(with: [.overlay, .newsletter, .consent, .advert, .comment]),
      let title = (0..<min(document.count, 400)).first(where: { document.tag($0) == .title })
    else { return nil }
    let name = LowerCase.utf8(survey.line(headlines[0]))
    guard (4...400).contains(name.count) else { return nil }
    return PhraseTable([String(decoding: name, as: UTF8.self)]).standsIn(LineReader(survey).hiddenLine(of: title))
      ? column : nil
  }

  /// How many spared nodes stand before each node, and after the last one how many there are. A spared node and its
  /// ancestors are not clutter, whatever they are called: it is called body of an article, or is one, or is the column of
  /// the headline, and holds a good share of the page.
  private static func sparedBefore(_ survey: PageSurvey) -> [Int32] {
    let document = survey.document
    let total = Int(survey.weight[0])
    let column = columnOfHeadline(survey)
    var before = [Int32](repeating: 0, count: document.count + 1)
    for index in 0..<document.count {
      before[index + 1] = before[index]
      guard index > 0, survey.isVisible[index] else { continue }
      let tag = document.tag(index)
      guard tag != .text, Int(survey.weight[index]) * 12 > total, survey.weight[index] > 500 else { continue }
      let isBody = survey.signals[index].isBodyLike || tag == .article || tag == .main || index == column
      if isBody, survey.linkDensity(index) < 0.4, survey.signals[index].isDisjoint(with: .comment) {
        before[index + 1] += 1
      }
    }
    return before
  }
}
