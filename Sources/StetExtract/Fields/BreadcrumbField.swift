internal import StetHTML
internal import StetModel

/// The way to the page from the top, as shown to readers, or as structured data lists it.
struct BreadcrumbField {
  let reading: PageReading

  func ballot() -> Ballot<[Term]> {
    var ballot = Ballot<[Term]>("breadcrumb", threshold: 0.4)
    for node in reading.survey.landmarks.breadcrumbs.prefix(10) {
      let terms = trail(node)
      // An element inside the trail may be called breadcrumb too: the whole trail is longer.
      guard terms.count > 1 else { continue }
      let score = 0.6 + 0.01 * Double(min(terms.count, 9))
      ballot.add(Candidate(terms, source: "page", .node(node), rule: "an element called breadcrumb", score: score))
    }
    for node in labelled() {
      let terms = trail(node)
      guard terms.count > 1, terms[0].url != nil else { continue }
      ballot.add(Candidate(terms, source: "page", .node(node), rule: "a line that says “you are here”", score: 0.58))
    }
    for (node, terms) in trails() {
      ballot.add(
        Candidate(terms, source: "page", .node(node), rule: "links that lead down from the front page", score: 0.57))
    }
    if reading.data.breadcrumb.count > 1 {
      ballot.add(
        Candidate(
          reading.data.breadcrumb, source: "json-ld", .path("BreadcrumbList"), rule: "structured data lists it",
          score: 0.55))
    }
    return ballot
  }

  /// Short lines above the text that open with a link to the front page and go down from there: by marks that mean it
  /// between the links ("Home › Film"), or by their addresses, each of which goes on where the one before it ends.
  private func trails() -> [(node: Int, terms: [Term])] {
    let (survey, document) = (reading.survey, reading.document)
    var found: [(node: Int, terms: [Term])] = []
    var seen = Set<Int>()
    let end = (reading.region?.start ?? 2000) + 40
    for link in survey.landmarks.anchors.prefix(400) where link < end {
      guard mayLeadHome(link), address(link)?.isRoot == true else { continue }
      var holder = Int(survey.block[link])
      if document.tag(holder) == .li { holder = document.parent(holder) }
      guard holder > 0, survey.weight[holder] < 240, document.tag(holder) != .nav, seen.insert(holder).inserted,
        document.closest(holder, .h1, .footer) == nil
      else { continue }
      let links = document.subtree(holder).prefix(120).filter { document.tag($0) == .a && survey.weight[$0] > 0 }
      guard (2...7).contains(links.count), links[0] == link, isDescent(links) else { continue }
      let terms = trail(holder)
      if terms.count > 1 { found.append((holder, terms)) }
      if found.count == 3 { break }
    }
    return found
  }

  /// Whether an address as written may be the front page's: a stroke, dots, or a host and nothing behind it.
  private func mayLeadHome(_ link: Int) -> Bool {
    guard let value = reading.document.value(link, .href) else { return false }
    let address = reading.document.values[value.indices]
    guard let host = ByteSearch.findIgnoringCase("//", in: address.prefix(10)) else { return address.count < 4 }
    let path = address[(host + 2)...].drop { $0 != UInt8(ascii: "/") }
    return path.count < 2
  }

  private func isDescent(_ links: [Int]) -> Bool {
    let document = reading.document
    let isMarked = zip(links, links.dropFirst()).allSatisfy { link, next in
      let gap = document.textRange(link).upperBound..<document.textRange(next).lowerBound
      let mark = String(decoding: document.text[gap], as: UTF8.self).filter { !$0.isWhitespace }
      return Self.descents.contains(mark)
    }
    if isMarked { return true }
    let paths = links.compactMap { address($0)?.path }
    guard paths.count == links.count else { return false }
    let folders = paths.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    return zip(folders, folders.dropFirst()).allSatisfy { $1.hasPrefix($0) && $1 != $0 }
      && folders.last.map(reading.address.path.hasPrefix) == true
  }

  private func address(_ link: Int) -> PageAddress? {
    reading.document.attribute(link, .href).flatMap(reading.survey.address.resolving)
  }

  private static let descents: Set<String> = ["»", "›", ">", "»»", ">>", "▸", "►", "＞"]

  /// Blocks above the text that begin with words such as "You are here".
  private func labelled() -> [Int] {
    let survey = reading.survey
    var blocks: [Int] = []
    for node in reading.nodes(from: 0, to: reading.region?.start ?? 2000)
    where reading.document.tag(node) == .text && survey.isVisible[node] && (3...60).contains(survey.weight[node]) {
      guard mayBeLabel(node) else { continue }
      let line = LowerCase.utf8(survey.line(node))
      if Self.labelBytes.contains(where: line.starts), blocks.last != Int(survey.block[node]) {
        blocks.append(Int(survey.block[node]))
      }
      if blocks.count == 3 { break }
    }
    return blocks
  }

  /// Whether a text begins with the bytes that some label begins with, in lower or upper case.
  private func mayBeLabel(_ node: Int) -> Bool {
    let text = reading.document.text[reading.document.textRange(node)]
    guard let start = text.firstIndex(where: { !ASCII.isSpace($0) && $0 != 0xC2 && $0 != 0xA0 }) else { return false }
    let first = ASCII.lowercased(text[start])
    guard first < 0x80, start + 1 < text.endIndex else {
      return first >= 0x80 && Self.starts.contains { $0.0 == first }
    }
    let second = ASCII.lowercased(text[start + 1])
    return Self.starts.contains { $0.0 == first && $0.1 == second }
  }

  private static let starts: [(UInt8, UInt8)] = labels.map { label in
    let bytes = label.utf8.prefix(2).map { $0 }
    return (bytes[0], bytes[1])
  }

  private static let labelBytes = labels.map { Array($0.utf8) }

  private static let labels = [
    "you are here", "you're here", "sie sind hier", "sie befinden sich hier", "vous êtes ici", "estás aquí",
    "usted está aquí", "você está aqui", "sei in", "ti trovi in", "tu sei qui", "je bent hier", "u bent hier",
    "du er her", "du är här", "jesteś tutaj", "вы здесь", "您的位置", "当前位置", "目前位置", "您现在的位置", "您所在的位置", "現在位置", "現在地",
    "현재 위치",
  ]

  /// Links in order, and the last step if it is plain text.
  private func trail(_ node: Int) -> [Term] {
    let document = reading.document
    var terms: [Term] = []
    guard reading.survey.weight[node] < 600 else { return [] }
    var index = node
    while index < document.end(node) {
      guard reading.survey.isVisible[index] else {
        index = document.end(index)
        continue
      }
      if document.tag(index) == .a || document.tag(index) == .text {
        let line = Self.clean(reading.survey.line(index))
        if !line.isEmpty {
          let url = document.attribute(index, .href).flatMap(reading.survey.address.spelling)
          if terms.last?.name != line { terms.append(Term(name: line, url: url)) }
        }
        index = document.end(index)
      } else {
        index += 1
      }
    }
    // "You are here:" is no step.
    if let first = terms.first, first.url == nil, terms.count > 1, terms[1].url != nil { terms.removeFirst() }
    return terms
  }

  private static func clean(_ text: String) -> String {
    String(text.dropping(leading: separators, spaces: true).dropping(trailing: separators, spaces: true))
  }

  private static let separators: Marks = "»›>/|:•→\\«‹<·–—"
}
