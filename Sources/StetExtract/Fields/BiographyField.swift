internal import StetHTML
internal import StetModel

/// What the page says about its authors: the text of the author boxes.
struct BiographyField {
  /// One box.
  struct Box: Sendable, Hashable {
    var text: String
    /// The author it is about, by position among the authors; nil when it names none or several.
    var author: Int?
    /// Its element.
    var node: Int
  }

  let reading: PageReading
  let authors: [String]
  let siteName: String?

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  func ballot() -> Ballot<[Box]> {
    var ballot = Ballot<[Box]>("authorBio", threshold: 0.5)
    // In a thread the boxes of its members hold their posts.
    guard reading.discussion == nil, !reading.data.articles.contains(where: \.isDiscussion) else { return ballot }
    let found = candidates()
    let good = found.filter { $0.score >= 0.5 }
    // Several boxes of one page are one answer; the same box inside and outside counts once.
    var boxes: [(box: Box, score: Double, rule: String)] = []
    for candidate in good.sorted(by: { $0.score > $1.score }) {
      let overlaps = boxes.contains { other in
        document.contains(other.box.node, candidate.box.node) || document.contains(candidate.box.node, other.box.node)
          || isSame(other.box.text, candidate.box.text)
      }
      let other = boxes.contains { $0.box.author != nil && $0.box.author == candidate.box.author }
      if !overlaps, !other, boxes.isEmpty || candidate.score > 0.75 && candidate.box.author != nil {
        boxes.append(candidate)
      }
    }
    boxes.sort { $0.box.node < $1.box.node }
    if let first = boxes.first {
      let score = boxes.map(\.score).max() ?? 0
      ballot.add(Candidate(boxes.map(\.box), source: "page", .node(first.box.node), rule: first.rule, score: score))
    }
    for candidate in found.prefix(12) where !boxes.contains(where: { $0.box.node == candidate.box.node }) {
      ballot.add(
        Candidate(
          [candidate.box], source: "page", .node(candidate.box.node), rule: candidate.rule,
          score: min(candidate.score, 0.49)))
    }
    return ballot
  }

  private func isSame(_ first: String, _ second: String) -> Bool {
    let (first, second) = (WordBag(first), WordBag(second))
    return first.share(in: second) > 0.8 || second.share(in: first) > 0.8
  }

  // MARK: Candidates

  private func candidates() -> [(box: Box, score: Double, rule: String)] {
    var found: [(box: Box, score: Double, rule: String)] = []
    var seen = Set<Int>()
    for node in survey.landmarks.biographies.prefix(40) where seen.insert(node).inserted {
      if let candidate = judge(node, named: true) { found.append(candidate) }
    }
    for node in survey.landmarks.bylines.prefix(60) where seen.insert(node).inserted && survey.weight[node] > 60 {
      if let candidate = judge(node, named: false) { found.append(candidate) }
    }
    for (node, author) in boxesAfterText() where seen.insert(node).inserted {
      if let candidate = judge(node, named: false, under: author) { found.append(candidate) }
    }
    return found
  }

  /// Blocks behind the text that open with an author's name, or follow a heading like "About the author".
  ///
  /// With each the author, by position, whose name stands alone right before it.
  private func boxesAfterText() -> [(node: Int, author: Int?)] {
    guard let region = reading.region else { return [] }
    var nodes: [(node: Int, author: Int?)] = []
    let all = authors.map { Array(AuthorsField.key($0).utf8) }
    let keys = all.filter { $0.count > 3 }
    let headings = aboutHeadings(from: max(region.start, region.end - 120) - 30, to: region.end + 700)
    for node in reading.nodes(from: max(region.start, region.end - 120), to: region.end + 700)
    where survey.ownWeight[node] > 40 && survey.ownWeight[node] < 1500 && nodes.count < 20 {
      // What opens the text is no box behind it.
      let start = document.textRange(region.start).lowerBound
      guard survey.isVisible[node], document.textRange(node).lowerBound > start + 300 else { continue }
      let author = authorAbove(node, all)
      guard author != nil || keys.contains(where: { opens(node, with: $0) }) || isUnder(headings, node) else {
        continue
      }
      if reading.surroundingSignals(node).isDisjoint(with: [.comment, .related]) { nodes.append((node, author)) }
    }
    return nodes
  }

  /// The headings of a stretch of the page, and whether each is one like "About the author".
  private func aboutHeadings(from first: Int, to last: Int) -> [(node: Int, isAbout: Bool)] {
    survey.landmarks.headings.filter { $0 >= first && $0 < last }.map { heading in
      (heading, survey.weight[heading] < 60 && Self.isAboutHeading(survey.line(heading)))
    }
  }

  /// Whether the last heading before a node stands right before it and is one about authors.
  private func isUnder(_ headings: [(node: Int, isAbout: Bool)], _ node: Int) -> Bool {
    guard let heading = headings.last(where: { $0.node < node }) else { return false }
    return heading.isAbout && node - heading.node < 30
  }

  /// Whether the text of a node begins with a name, given as `AuthorsField.key` spells it.
  private func opens(_ node: Int, with key: [UInt8]) -> Bool {
    let letters = AuthorsField.letters(document.text[document.textRange(node)].prefix(160))
    // Greek puts its article before names, a letter of two bytes.
    return letters.starts(with: key) || letters.first == 0xCE && letters.dropFirst(2).starts(with: key)
  }

  /// The author whose full name, and nothing else, stands just before a text.
  private func authorAbove(_ node: Int, _ keys: [[UInt8]]) -> Int? {
    for before in stride(from: node - 1, through: max(node - 14, 0), by: -1) {
      guard document.tag(before) == .text, survey.isVisible[before], survey.weight[before] > 0 else { continue }
      guard survey.weight[before] < 60 else { return nil }
      let key = AuthorsField.letters(document.text[document.textRange(before)])
      let author = keys.indices.first { keys[$0] == key && authors[$0].utf8.contains(0x20) }
      return isOfBox(before) ? author : nil
    }
    return nil
  }

  /// Whether a name behind the text is that of a box about its bearer: it stands beside a picture, leads to the author's page
  /// or is called so. Elsewhere it may end a list or a card.
  private func isOfBox(_ name: Int) -> Bool {
    for holder in document.ancestors(name).prefix(3) where holder > 0 {
      if document.tag(holder) == .a,
        AuthorLink.isRelAuthor(holder, document) || AuthorLink.leadsToAuthor(holder, document)
      {
        return true
      }
      if survey.signals[holder].contains(.author) { return true }
    }
    return (max(name - 12, 0)..<name).contains { document.tag($0) == .img }
  }

  private func headingBefore(_ node: Int) -> String {
    guard let heading = survey.landmarks.headings.last(where: { $0 < node && node - $0 < 30 }) else { return "" }
    return survey.line(heading)
  }

  static func isAboutHeading(_ text: String) -> Bool {
    guard (4...60).contains(text.utf8.count) else { return false }
    guard let first = text.utf8.first else { return false }
    guard first >= 0x80 || aboutHeadings.contains(where: { $0.first == ASCII.lowercased(first) }) else { return false }
    let lower = Array(text.lowercased().utf8)
    return aboutHeadings.contains { lower.starts(with: $0) }
  }

  private static let aboutHeadings: [[UInt8]] = [
    "about the author", "about the writer", "about author", "about the reviewer", "about the critic", "about me",
    "über den autor", "über die autorin", "über den verfasser", "zum autor", "zur autorin", "der autor", "die autorin",
    "à propos de l'auteur", "à propos de l’auteur", "a propos de l'auteur", "l'auteur", "sobre el autor",
    "sobre la autora",
    "sobre o autor", "sobre a autora", "acerca del autor", "acerca de", "l'autore", "l’autore", "sull'autore",
    "informazioni sull'autore", "over de auteur", "over de schrijver", "om författaren", "om forfatteren",
    "tietoa kirjoittajasta",
    "o autorze", "o autorce", "o autorovi", "despre autor", "a szerzőről", "yazar hakkında", "об авторе", "про автора",
    "著者", "この記事を書いた", "作者簡介", "作者简介", "关于作者", "關於作者", "글쓴이", "عن الكاتب", "על הכותב", "על המחבר",
    "contributor", "meet the author", "written by", "author bio",
    "sur l'auteur", "sur l’auteur", "informazioni sull'autore", "informazioni sull’autore", "sull’autrice", "l’autrice",
    "chi è l'autore", "chi è l’autore", "quem é o autor", "quién es", "over de recensent", "over de schrijver",
    "om forfatteren", "om skribenten", "om författaren", "om anmelderen", "om recensenten", "tietoja kirjoittajasta",
    "tietoa kirjoittajasta", "kirjoittajasta", "o autorze", "o recenzencie", "o autorce", "o autorech", "o autoru",
    "o autorici", "szerzőnkről", "szerzőről", "despre autoare", "despre autor", "σχετικά με τον συντάκτη",
    "σχετικά με την συντάκτρια", "σχετικά με τη συντάκτρια", "σχετικά με τον συγγραφέα", "λίγα λόγια για",
    "ο συντάκτης",
    "η συντάκτρια", "об авторке", "про авторку", "про авторів", "за автора", "о аутору", "yazarın", "yazarımız",
    "عن الكاتبة", "عن المؤلف", "عن المؤلفة", "عن كاتب المقال", "نبذة عن", "על הכותבת", "על המחברת", "אודות הכותב",
    "אודות המחבר",
    "אודות הכותבת", "درباره نویسنده", "درباره‌ی نویسنده", "دربارهٔ نویسنده", "लेखक के बारे में", "लेखिका के बारे में", "लेखक परिचय",
    "書いた人", "執筆者", "筆者", "ライター紹介", "プロフィール", "저자 소개", "작성자 소개", "필자 소개", "기자 소개", "作者介绍", "作者介紹", "作者資訊",
    "作者信息", "关于本文作者", "tentang penulis", "về tác giả", "giới thiệu tác giả", "đôi nét về tác giả",
  ].map { Array($0.utf8) }

  // MARK: Judgement

  private func judge(_ node: Int, named: Bool, under author: Int? = nil) -> (box: Box, score: Double, rule: String)? {
    let weight = survey.weight[node]
    guard (30...2500).contains(weight), survey.isVisible[node] else { return nil }
    if let region = reading.region {
      // A box does not hold the text of the page, nor a good part of it.
      guard !region.roots.contains(where: { document.contains(node, $0) }) else { return nil }
    }
    let inherited = reading.surroundingSignals(node)
    guard inherited.isDisjoint(with: [.comment, .related, .cloud, .advert, .consent]) else { return nil }
    let text = text(of: node)
    guard text.utf8.count >= 40, text.utf8.count < 3000, isProse(text), !isDated(text) else { return nil }
    let line = survey.line(node)
    guard !line.utf8.contains(0xA9) || !line.contains("©") else { return nil }
    let about = mentioned(in: line) ?? author ?? mentionedBeside(node)
    var score = named ? 0.45 : 0.2
    if about != nil { score += 0.3 } else if !authors.isEmpty { score -= 0.1 }
    let opening = AuthorsField.key(String(line.prefix(120)))
    if let about, opening.contains(AuthorsField.key(authors[about])) { score += 0.15 }
    if inherited.contains(.author) { score += 0.1 }
    if inherited.contains(.biography) { score += 0.1 }
    if hasPicture(node) { score += 0.08 }
    if Self.isAboutHeading(headingBefore(node)) || Self.isAboutHeading(String(line.prefix(50))) { score += 0.2 }
    let isHeaded = Self.isAboutHeading(headingBefore(node)) || inherited.contains(.biography)
    if inherited.contains(.sidebar), about == nil || !isHeaded { score -= 0.35 }
    if survey.linkDensity(node) > 0.5 { score -= 0.4 }
    if let region = reading.region, node < region.start { score -= 0.08 }
    if text.utf8.count < 60 { score -= 0.15 }
    // The foot of the site speaks of the site's owner.
    if let footer = document.closest(node, .footer), document.closest(footer, .article, .main) == nil { score -= 0.35 }
    return (
      Box(text: text, author: about, node: node), score,
      named ? "a box called author or bio" : "a text about the author"
    )
  }

  /// The one author whose name stands in a text.
  private func mentioned(in line: String) -> Int? {
    let key = AuthorsField.key(line)
    let named = authors.indices.filter { key.contains(AuthorsField.key(authors[$0])) }
    if named.count == 1 { return named[0] }
    // Whoever is named first, of several.
    return named.min { first, second in
      let (first, second) = (AuthorsField.key(authors[first]), AuthorsField.key(authors[second]))
      return (key.firstRange(of: first)?.lowerBound ?? key.endIndex)
        < (key.firstRange(of: second)?.lowerBound ?? key.endIndex)
    }
  }

  /// The one author named just beside a text, in the box that holds both.
  private func mentionedBeside(_ node: Int) -> Int? {
    for holder in document.ancestors(node).prefix(2) {
      guard holder > 0, survey.weight[holder] < survey.weight[node] + 120 else { return nil }
      if let author = mentioned(in: survey.line(holder)) { return author }
    }
    return nil
  }

  /// Whether a short text is a line with a date at its end: a byline.
  private func isDated(_ text: String) -> Bool {
    guard text.utf8.count < 160, DateReader.mayHoldDate(text.utf8),
      let found = DateReader.locate(in: text, language: reading.language)
    else { return false }
    // "2012 г."
    return found.after.count(where: \.isLetter) < 3
  }

  /// Whether a text is more than names, dates and labels: it has words in small letters, or a script without such.
  private func isProse(_ text: String) -> Bool {
    let words = text.spacedWords
    let small = words.count { Self.isSmall($0) }
    if small >= 3 && small * 4 >= words.count { return true }
    return !text.utf8.contains { $0 >= 0x41 && $0 <= 0x5A } && !text.contains { $0.isUppercase }
  }

  /// Whether a word begins with a small letter.
  private static func isSmall(_ word: Substring) -> Bool {
    guard let first = word.utf8.first, first < 0x80 else { return word.first?.isLowercase == true }
    return first >= 0x61 && first <= 0x7A
  }

  private func hasPicture(_ node: Int) -> Bool {
    document.subtree(node).prefix(200).contains { document.tag($0) == .img }
  }

  /// A paragraph without the link behind its last sentence, which leads to what else the author wrote or to an account:
  /// "View more posts", "Lire la suite".
  private func withoutPointer(_ text: String, _ links: [ReviewLink]) -> String {
    guard let label = links.last?.text, label.utf8.count < 80, text.hasSuffix(label) else { return text }
    var rest = text.dropLast(label.count)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    guard let end = rest.last, rest.utf8.count >= 40, ".!?…。！？।۔".contains(end), !".!?。！？।۔".contains(label.last ?? ".")
    else {
      return text
    }
    return String(rest)
  }

  /// The sentences of a box: without its headings, its labels and its links to elsewhere.
  private func text(of node: Int) -> String {
    var paragraphs: [String] = []
    let pieces = BlockBuilder.build(node, survey, clutter: nil, excluding: [])
    for piece in pieces {
      switch piece.block {
      case .paragraph(let text, _):
        let isName = authors.contains { AuthorsField.key($0) == AuthorsField.key(text) }
        let isLabel = text.utf8.count < 40 && !text.hasSuffix(".") || piece.linkShare > 0.75 && text.utf8.count < 120
        let isByline = text.utf8.count < 100 && BylineReader.startsWithByWord(text) && !text.hasSuffix(".")
        if !isName, !isLabel, !isByline { paragraphs.append(withoutPointer(text, piece.links)) }
      case .quote, .list:
        if piece.linkShare < 0.5 { paragraphs.append(piece.block.plainText) }
      default: break
      }
    }
    return paragraphs.joined(separator: "\n\n")
  }
}
