internal import StetHTML
internal import StetModel

/// Ratings that are drawn rather than printed: star icons, filled bars, numbers in attributes and in names of pictures.
struct DrawnRating {
  private let document: HTMLDocument

  init(_ document: HTMLDocument) { self.document = document }

  /// The rating of an element without words.
  func read(_ node: Int) -> Rating? {
    for inner in document.subtree(node).prefix(6) {
      if let rating = labelled(inner) ?? numbered(inner) { return rating }
    }
    // The filled layer may lie over a row of empty stars.
    for inner in document.subtree(node).prefix(40) {
      if let rating = document.attribute(inner, .style).flatMap(RatingReader.read(style:)) { return rating }
    }
    return icons(node) ?? document.attribute(node, .class).flatMap(RatingReader.read(classes:))
  }

  /// What a label for those who do not see the stars says.
  private func labelled(_ node: Int) -> Rating? {
    for name in [AttributeName.ariaLabel, .title, .content] {
      guard let text = document.attribute(node, name), text.utf8.count < 60 else { continue }
      if let rating = RatingReader.read(text, context: .labelled) { return rating }
    }
    return nil
  }

  /// `data-rating="4.5"`, `<meter value="4" max="5">`.
  private func numbered(_ node: Int) -> Rating? {
    for name in ["data-rating", "data-score", "data-rate"] {
      guard let text = document.attribute(node, named: name), text.utf8.count < 12 else { continue }
      if let rating = RatingReader.read(text, context: .labelled) { return rating }
    }
    guard document.tag(node) == .meter,
      let value = document.attribute(node, named: "value").flatMap(Double.init), value > 0,
      let best = document.attribute(node, named: "max").flatMap(Double.init), best >= max(value, 3), best <= 100
    else { return nil }
    return Rating(value: .number(value), best: best, text: RatingReader.text(of: value, best: best))
  }

  /// Three or more icons of stars: full, half and empty ones.
  private func icons(_ node: Int) -> Rating? { rating(of: document.subtree(node).prefix(60).dropFirst()) }

  /// Whether an element draws a star.
  func isStar(_ node: Int) -> Bool { icon(node) != nil }

  /// The rating that a row of icons draws, among other elements.
  func rating(of nodes: some Sequence<Int>) -> Rating? {
    var (full, half, empty) = (0, 0, 0)
    for inner in nodes {
      switch icon(inner) {
      case .full: full += 1
      case .half: half += 1
      case .empty: empty += 1
      case nil: break
      }
    }
    let count = full + half + empty
    guard (3...10).contains(count), full + half > 0, half < 2 else { return nil }
    let value = Double(full) + (half > 0 ? 0.5 : 0)
    // A row that shows no empty place may have any length but five, which is a full one.
    let best = empty > 0 || count == 5 || count == 10 ? Double(count) : nil
    return Rating(value: .number(value), best: best, text: RatingReader.text(of: value, best: best))
  }

  private enum Icon { case full, half, empty }

  /// The star that an element draws by its class or the name of its picture; nil for other elements, and for those that
  /// hold several.
  private func icon(_ node: Int) -> Icon? {
    guard document.isElement(node), document.end(node) - node <= 4 else { return nil }
    var names: ArraySlice<UInt8> = []
    switch document.tag(node) {
    case .i, .span, .svg, .li: names = document.value(node, .class).map { document.values[$0.indices] } ?? []
    case .img: names = document.value(node, .src).map { document.values[$0.indices].suffix(40) } ?? []
    default: return nil
    }
    // Fonts of icons print the icon's name.
    if ByteSearch.findIgnoringCase("material-", in: names) != nil {
      names = document.text[document.textRange(node)]
    }
    guard
      ByteSearch.findIgnoringCase("star", in: names) != nil || ByteSearch.findIgnoringCase("stern", in: names) != nil
    else { return nil }
    func says(_ words: StaticString...) -> Bool { words.contains { ByteSearch.findIgnoringCase($0, in: names) != nil } }
    if says("start", "stars", "starrating", "star-rating") { return nil }
    if says("half") { return .half }
    if says(
      "empty", "star-o ", "star_o ", "outline", "off", "blank", "grey", "gray", "far ", "inactive", "border", "nostar")
      || names.suffix(6).elementsEqual("star-o".utf8)
    {
      return .empty
    }
    return .full
  }
}
