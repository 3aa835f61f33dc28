internal import StetHTML

/// Where the text of a page stands.
struct BodyRegion {
  /// The elements that hold it, in document order; none inside another.
  var roots: [Int]
  /// The clutter inside and round it.
  var clutter: ClutterMap
  /// The smallest element that holds the roots and the page's headline, when one is known.
  var article: Int
  /// Whole articles after the page's own: the next ones of an endless page.
  var rivals: [Int] = []
  /// The article that stands before them.
  var ownArticle: Int?
  /// How sure the choice is, 0 to 1.
  var confidence: Double

  /// The first node of the text.
  var start: Int
  /// The index after its last node.
  var end: Int

  init(_ roots: [Int], clutter: ClutterMap, article: Int, confidence: Double, in document: HTMLDocument) {
    self.roots = roots
    self.clutter = clutter
    self.article = article
    self.confidence = confidence
    start = roots.first ?? 0
    end = roots.map { document.end($0) }.max() ?? 0
  }

  /// Whether a node stands in the text.
  func contains(_ node: Int, in survey: PageSurvey) -> Bool {
    roots.contains { survey.document.contains($0, node) } && !clutter.isClutter[node]
  }
}
