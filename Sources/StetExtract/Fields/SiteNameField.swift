internal import StetHTML
internal import StetModel

/// The name of the site.
struct SiteNameField {
  let reading: PageReading

  func ballot() -> Ballot<String> {
    var ballot = Ballot<String>("siteName")
    let meta = reading.meta
    if let (name, at) = meta.first("og:site_name") { add(name, "meta", .path(at), 0.9, to: &ballot) }
    if let name = reading.data.websiteName { add(name, "json-ld", .path("WebSite.name"), 0.85, to: &ballot) }
    if let name = reading.data.organizationName { add(name, "json-ld", .path("publisher.name"), 0.8, to: &ballot) }
    if let (name, at) = meta.first(
      "application-name", "apple-mobile-web-app-title", "dc.publisher", "citation_journal_title")
    {
      add(name, "meta", .path(at), 0.7, to: &ballot)
    }
    for node in reading.survey.landmarks.logos.prefix(8) {
      if let name = logo(node) { add(name, "page", .node(node), 0.6, to: &ballot) }
    }
    if let name = frontPageLink() { add(name.text, "page", .node(name.node), 0.5, to: &ballot) }
    if let name = titleTail() { add(name.text, "page", .node(name.node), 0.45, to: &ballot) }
    let bags = Dictionary(ballot.candidates.map { ($0.value, WordBag($0.value)) }) { first, _ in first }
    ballot.reward(agreement: 0.1) { left, right in
      bags[left].flatMap { words in bags[right].map { words.equals($0) } } ?? false
    }
    return ballot
  }

  private func add(
    _ name: String, _ source: String, _ place: Candidate<String>.Place, _ score: Double, to ballot: inout Ballot<String>
  ) {
    guard (2...80).contains(name.utf8.count), !name.hasPrefix("http"), !name.hasPrefix("@") else { return }
    ballot.add(Candidate(name, source: source, place, rule: "the site's name", score: score))
  }

  private func logo(_ node: Int) -> String? {
    let line = reading.survey.line(node)
    if (2...40).contains(line.utf8.count) { return Self.nameOfSite(line) }
    guard line.isEmpty,
      let image = reading.document.subtree(node).prefix(50).first(where: { reading.document.tag($0) == .img })
    else { return nil }
    let alt = reading.document.attribute(image, .alt).map(ReadingText.normalized)
    return alt.flatMap(Self.nameOfSite)
  }

  /// "Example logo" and "Logo: Example" name the picture; "Home" and "Link to the start page" say what a click does.
  private static func nameOfSite(_ words: String) -> String? {
    var name = words
    if name.lowercased().hasSuffix(" logo") { name = String(name.dropLast(5)) }
    for opening in ["logo of ", "logo von ", "logo der ", "logo des ", "logo: ", "logo - ", "logo "]
    where name.lowercased().hasPrefix(opening) {
      name = String(name.dropFirst(opening.count))
      break
    }
    let lower = name.lowercased()
    let isClick = clicks.contains { lower.hasPrefix($0) || lower.hasSuffix($0) }
    return isClick || labels.contains(lower) ? nil : name
  }

  private static let labels: Set<String> = [
    "logo", "default-logo", "menu", "home", "startseite", "accueil", "inicio", "início", "homepage", "top", "menü",
  ]
  private static let clicks = [
    "link to ", "zur startseite", "to homepage", "to the homepage", "to home", "zurück zur", "zurück zu", "back to",
    "link zur startseite)", "go to ", "return to ", "à l'accueil", "à l’accueil", "homepage)", "skip to",
  ]

  /// The first link to the front page, when the words of `<title>` have its words too.
  private func frontPageLink() -> (text: String, node: Int)? {
    guard let title = reading.documentTitle else { return nil }
    let bag = WordBag(title)
    for node in reading.survey.landmarks.anchors.prefix(60) where mayLeadToFront(node) {
      guard let target = reading.document.attribute(node, .href).flatMap(reading.survey.address.resolving),
        target.isRoot, target.host == reading.address.host
      else { continue }
      var line = reading.survey.line(node)
      if line.isEmpty, let image = reading.document.children(node).first(where: { reading.document.tag($0) == .img }) {
        line = reading.document.attribute(image, .alt).map(ReadingText.normalized) ?? ""
      }
      let words = WordBag(line)
      if (2...60).contains(line.utf8.count), bag.contains(words), words.words.count < bag.words.count {
        return (line, node)
      }
    }
    return nil
  }

  /// Whether a link's bytes allow it to lead to the root of a site: most do not, and need not be taken apart.
  private func mayLeadToFront(_ node: Int) -> Bool {
    guard let value = reading.document.value(node, .href) else { return false }
    let bytes = reading.document.values[value.indices].drop(while: ASCII.isSpace)
    guard let first = bytes.first else { return true }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "?") { return reading.address.path == "/" }
    var slashes = 0
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "/") { slashes += 1 }
      // "/path", "https://host/path"
      let isPath = first == UInt8(ascii: "/") ? slashes == 1 && index == 1 : slashes == 3
      if isPath, byte != UInt8(ascii: "/") {
        return byte == UInt8(ascii: "#") || byte == UInt8(ascii: ".") || ASCII.isSpace(byte)
      }
      if index > 200 { return false }
    }
    return true
  }

  /// The part of `<title>` that resembles the host's name.
  private func titleTail() -> (text: String, node: Int)? {
    guard let title = reading.documentTitle, let node = reading.survey.landmarks.titles.first else { return nil }
    let parts = SiteNameReader.parts(of: title)
    guard parts.count > 1 else { return nil }
    let host = hostWords
    let part = parts.reversed().first { part in
      var squeezed = Self.squeezed(part)
      // Hosts leave the article out.
      if squeezed.utf8.count > 8, squeezed.hasPrefix("the"), !Self.holds(host, squeezed) { squeezed.removeFirst(3) }
      guard squeezed.utf8.count >= 3 else { return false }
      return Self.holds(host, squeezed) || (host.isEmpty || host.utf8.count > 4) && Self.holds(squeezed, host)
    }
    return part.map { (String($0), node) }
  }

  /// The letters and digits of the host, without "www" and its last label.
  private var hostWords: String {
    var labels = reading.address.host.split(separator: ".").dropLast()
    if labels.count > 1, labels.first == "www" { labels.removeFirst() }
    return labels.joined().filter { $0 != "-" }
  }

  /// Whether one text is part of another; `String.contains` takes a hundred times as long for a few bytes.
  private static func holds(_ text: String, _ part: String) -> Bool {
    guard text.isPlainASCII, part.isPlainASCII else { return text.contains(part) }
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// The letters and digits in lower case.
  private static func squeezed(_ part: Substring) -> String {
    if part.utf8.allSatisfy({ $0 < 0x80 }) {
      let bytes = part.utf8.lazy.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }.map { ASCII.lowercased($0) }
      return String(decoding: Array(bytes), as: UTF8.self)
    }
    return String(part.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }
}
