internal import StetHTML
internal import StetModel

/// Gathers the links of a page that may be terms, by the list or line that holds them.
struct TermLists {
  private static let maximumLists = 200

  private let reading: PageReading
  private let titleNode: Int?
  private let keywords: PageKeywords

  init(_ reading: PageReading, titleNode: Int?, keywords: PageKeywords) {
    self.reading = reading
    self.titleNode = titleNode
    self.keywords = keywords
  }

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// The lists, in document order.
  func gather() -> [TermList] {
    var lists: [TermList] = []
    let headings = LabelledLinks(reading).kinds()
    let site = OwnSite(reading)
    var position: [Int: Int] = [:]
    for node in survey.landmarks.anchors where survey.weight[node] > 0 && survey.weight[node] < 80 {
      let (own, leadsToAuthor) = TermLink.kindAndAuthor(node, document)
      if own == nil, leadsToAuthor || AuthorLink.isRelAuthor(node, document) { continue }
      let isKeyword =
        !keywords.isEmpty && survey.weight[node] < 50 && keywords.contains(document.text[document.textRange(node)])
      let (holder, called) = holder(of: node)
      guard own != nil || headings[node] != nil || isKeyword || !called.isEmpty else { continue }
      // Houses of many blogs keep one list of all their tags.
      let isOfSite = site.holds(node) || RelTokens.contains("tag", node, document) && site.isOfHouse(node)
      // Behind a label `rel=tag` will do, though a script follows the link, and whatever its list is called.
      let isSure = headings[node] == .tag && own == .tag && RelTokens.contains("tag", node, document)
      guard TermLink.leadsSomewhere(node, document) ? isOfSite : isSure,
        isAllowed(node, own != nil || isKeyword, isSure)
      else { continue }
      let index = position[holder] ?? lists.count
      if index == lists.count {
        guard index < Self.maximumLists else { break }
        position[holder] = index
        lists.append(TermList(holder: holder, called: called))
      }
      lists[index].add(TermList.Link(node: node, own: own, isKeyword: isKeyword), heading: headings[node])
    }
    for index in lists.indices { readLabels(&lists[index]) }
    return lists
  }

  /// The list that a link's entry belongs to, or the block that it stands in; one called tags or categories, if it is
  /// near. And what it, or the entry, is called.
  private func holder(of node: Int) -> (node: Int, called: Signals) {
    var entry: Int?
    for (step, ancestor) in document.ancestors(node).enumerated() {
      if step > 4 || ancestor <= 0 || survey.weight[ancestor] > 600 { break }
      guard !called(ancestor).isEmpty, document.tag(ancestor) != .a else { continue }
      // An entry of a list is called "tag" as often as the list.
      if survey.weight[ancestor] > survey.weight[node] + 2 || step == 4 { return (ancestor, called(ancestor)) }
      if step < 2 { entry = entry ?? ancestor }
    }
    var holder = max(Int(survey.block[node]), 0)
    if document.tag(holder) == .li || document.tag(holder) == .dd { holder = max(document.parent(holder), 0) }
    // Entries in blocks of their own: the list is the first element that holds several.
    for _ in 0..<3 where survey.weight[holder] <= survey.weight[node] + 2 {
      let parent = document.parent(holder)
      guard parent > 0, survey.weight[parent] < 300, survey.linkDensity(parent) > 0.8 else { break }
      holder = parent
    }
    if let entry, survey.weight[holder] > 300 || survey.linkDensity(holder) < 0.5 {
      return (entry, called(entry))
    }
    let called = called(holder)
    if !called.isEmpty { return (holder, called) }
    return (holder, entry.map { self.called($0) } ?? self.called(max(document.parent(holder), 0)))
  }

  private func called(_ node: Int) -> Signals { survey.signals[node].intersection([.tag, .category]) }

  // MARK: Places

  private func isAllowed(_ node: Int, _ saysItself: Bool, _ isSure: Bool) -> Bool {
    guard !TermLink.isSiteList(node, document) else { return false }
    let round = reading.surroundingSignals(node)
    // A list of tags behind the headline may be marked up as navigation: the menu stands before it.
    let isBehindTitle = saysItself && node > (titleNode ?? reading.region?.start ?? Int.max)
    let foreign = isBehindTitle ? Self.foreign : Self.foreign.union(.navigation)
    guard round.isDisjoint(with: isBehindTitle && isSure ? foreign.subtracting(.menu) : foreign) else { return false }
    if round.contains(.footer), !reading.isInArticle(node), round.isDisjoint(with: [.tag, .post]) { return false }
    if round.contains(.widget) || round.contains(.cloud) && document.value(node, .style) != nil,
      !reading.isInArticle(node)
    {
      return false
    }
    return !isInSubmenu(node) && !isInSentence(node)
  }

  /// Lists inside entries of a list unfold from a menu.
  private func isInSubmenu(_ node: Int) -> Bool {
    var entries = 0
    for (step, ancestor) in document.ancestors(node).enumerated() {
      if step > 12 || survey.weight[ancestor] > 4000 { break }
      if document.tag(ancestor) == .li {
        entries += 1
        if entries == 2 { return survey.linkDensity(ancestor) > 0.9 && document.value(node, .rel) == nil }
      }
    }
    return false
  }

  /// Words of a sentence that link to a tag are no list of tags.
  private func isInSentence(_ node: Int) -> Bool {
    let block = Int(survey.block[node])
    let (words, linked) = (Int(survey.ownWeight[block]), Int(survey.ownLinkWeight[block]))
    guard words < 700 else { return true }
    guard words > 60, linked * 2 < words else { return false }
    // WordPress puts all that is to be said of a post into a sentence: it stands outside the text.
    if RelTokens.contains("category", node, document) { return false }
    if RelTokens.contains("tag", node, document) {
      let isInText = reading.region?.contains(node, in: survey) ?? false
      let place = document.textRange(node).lowerBound
      if !isInText || hasCategory(block) || readLabel(max(0, place - 40)..<place, or: nil) != nil { return false }
    }
    if survey.ownWeight[block] < 200, isLabelled(node, in: block) { return false }
    return TermLabels.kind(String(survey.line(block).prefix(40))) == nil
  }

  /// Whether a label and a colon stand before a link, and between them other links at most: "By Ada Example | 3 May 2019 |
  /// Category: Drama, War".
  private func isLabelled(_ node: Int, in block: Int) -> Bool {
    let place = document.textRange(node).lowerBound
    let line = document.text[max(document.textRange(block).lowerBound, place - 160)..<place]
    guard let colon = line.lastIndex(of: UInt8(ascii: ":")) else { return false }
    return !line[colon...].contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "|") }
      && readLabel(max(line.startIndex, colon - 60)..<(colon + 1), or: nil) != nil
  }

  private func hasCategory(_ block: Int) -> Bool {
    document.subtree(block).prefix(80).contains { RelTokens.contains("category", $0, document) }
  }

  /// Like `PageReading.isForeign`, but for clouds: some sites call the tags of one article so.
  private static let foreign: Signals = [
    .comment, .related, .sidebar, .advert, .menu, .consent, .overlay, .pagination, .breadcrumb, .share, .newsletter,
  ]

  // MARK: Labels

  /// Reads the words between the links: each holds for the links up to the next.
  private func readLabels(_ list: inout TermList) {
    var label: TermLabel?
    var end = document.textRange(list.holder).lowerBound
    for index in list.links.indices {
      let range = document.textRange(list.links[index].node)
      if index == 0 {
        let start = max(end, range.lowerBound - 120)
        label = readLabel(start..<max(start, range.lowerBound), or: list.holder)
      } else if range.lowerBound > end + 2 {
        if let said = readLabel(end..<range.lowerBound, or: nil) {
          label = said
        } else if list.links[index].own != list.links[index - 1].own, holdsWords(end..<range.lowerBound) {
          // Words that are not known, and links of another kind behind them.
          label = nil
        }
      }
      // A label in an element of its own is surer than the words between links.
      list.links[index].label = list.links[index].label ?? label
      end = range.upperBound
    }
  }

  private func holdsWords(_ range: Range<Int>) -> Bool {
    document.text[range].contains { ASCII.isLetter($0) || $0 >= 0xC3 && $0 != 0xE2 }
  }

  /// What stands behind the last separator but those at the end.
  private static func lastPart(of words: String) -> Substring {
    guard words.isPlainASCII else { return words.split { "·|•/,;—–.".contains($0) }.last ?? "" }
    let bytes = words.utf8
    guard let last = bytes.lastIndex(where: { !isSeparator($0) }) else { return "" }
    let before = bytes[..<last].lastIndex(where: isSeparator)
    return words[(before.map { bytes.index(after: $0) } ?? bytes.startIndex)...last]
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: ".")
  }

  /// The label in a stretch of the text, from its last separator on; where nothing is printed, in the words before an
  /// element.
  private func readLabel(_ range: Range<Int>, or holder: Int?) -> TermLabel? {
    if TermLabels.filter.mayMatch(document.text[range]) {
      let words = ReadingText.normalized(String(decoding: document.text[range], as: UTF8.self))
      let last = Self.lastPart(of: words)
      if !last.allSatisfy(\.isWhitespace) { return TermLabels.label(String(last)) }
    } else if document.text[range].contains(where: {
      ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0xC3 && $0 != 0xE2
    }) {
      return nil
    }
    guard let holder else { return nil }
    let start = document.textRange(holder).lowerBound
    let before = document.text[max(0, start - 60)..<start]
    guard TermLabels.filter.mayMatch(before) else { return nil }
    let text = ReadingText.normalized(String(decoding: before, as: UTF8.self))
    return text.split { $0 == "\n" || $0 == "." }.last.flatMap { TermLabels.label(String($0.suffix(24))) }
  }
}
