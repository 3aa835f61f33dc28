internal import StetHTML
internal import StetModel

/// The authors that lines of text name: "By Ada Example", a name under "Written by", a signature.
struct CreditLines {
  let reading: PageReading
  let places: AuthorPlaces

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }
  private var titleNode: Int? { places.titleNode }

  /// Short lines that begin with "By" in any of many languages, near the headline or at an end of the text.
  func addLines(to found: inout FoundAuthors) {
    guard let region = reading.region else { return }
    let first = max(0, (titleNode ?? region.start) - 60)
    let top = reading.nodes(from: first, to: max(region.start + 200, first + 400))
    let bottom = reading.nodes(from: max(top.upperBound, region.end - 200), to: region.end + 120)
    let near = reading.linesNearText ?? reading.findLines(titleNode: titleNode)
    let lines = near.filter { top.contains($0.first) || bottom.contains($0.first) }
    for (index, line) in lines.enumerated() {
      let mayCredit = BylineWords.introductionFilter.mayMatch(line.bytes[...]) || opensStuckBy(line.bytes)
      let mayDate =
        line.bytes.count < 240 && places.isNearTitle(line.first) && DateReader.mayHoldDate(line.bytes)
      guard mayCredit || mayDate else { continue }
      guard let printed = reading.printed(line) else {
        // In a column beside the text stand names of all kinds, but under "Written by" only authors.
        let text = mayCredit && line.bytes.count < 48 ? line.text : ""
        if BylineReader.isIntroduction(text), reading.printed(line, isBesideText: true) != nil {
          addNames(under: lines[(index + 1)...].prefix(8), isBesideText: true, to: &found)
        }
        continue
      }
      if mayCredit { addGuest(printed, to: &found) }
      guard survey.weight[printed.node] < 140 else { continue }
      if mayDate {
        addDated(printed, to: &found)
        addBesideDate(index, lines, to: &found)
      }
      guard mayCredit else { continue }
      addCredit(printed, to: &found)
      if printed.text.unicodeScalars.count < 24, BylineReader.isIntroduction(printed.text) {
        addNames(under: lines[(index + 1)...].prefix(8), isBesideText: false, to: &found)
      }
    }
    addSignature(near, to: &found)
    addTold(near, to: &found)
    lowerMakers(&found)
  }

  /// "ByAda Example"
  private func opensStuckBy(_ bytes: [UInt8]) -> Bool {
    let bytes = bytes.drop(while: ASCII.isSpace)
    return bytes.count > 4 && ByteSearch.starts(bytes, with: "by") && ASCII.isLetter(bytes[bytes.startIndex + 2])
  }

  private func addCredit(_ line: PrintedLine, to found: inout FoundAuthors) {
    var text = GluedWords.parted(line.text)
    // "De" is Romanian for "by"; elsewhere it is more often part of a title.
    if isRomanian, text.hasPrefix("de ") || text.hasPrefix("De ") {
      text = "scris de" + text.dropFirst(2)
    }
    let isCredit = BylineReader.startsWithByWord(text)
    guard isCredit || text.unicodeScalars.count < 120 && BylineReader.holdsCredit(text) else { return }
    guard places.mayBeByline(line.node) else { return }
    let names = BylineReader.names(from: text).filter {
      !places.isSite($0) && isBelievable($0, in: text, isCredit: isCredit, at: line.node)
    }.map(places.withoutSite)
    guard !names.isEmpty, names.count <= 6 else { return }
    // A byline says little else than names.
    guard text.unicodeScalars.count - names.reduce(0, { $0 + $1.unicodeScalars.count }) < 100 else { return }
    var score = 0.5 + places.place(line.node)
    if !places.isNearTitle(line.node), !places.isNearEnd(line.node) { score -= 0.12 }
    // "by" alone may name who made the thing, "reviewed by" may not.
    if ReviewEvidence.isReviewer(text, reading) { score += 0.04 }
    found.add(names, line.node, rule: "a line that begins with “by”", score: score, isCredit: true)
  }

  /// "This is a guest post by Ada Example, who …": whoever put the page up did not write it.
  private func addGuest(_ line: PrintedLine, to found: inout FoundAuthors) {
    guard let name = GuestCredit.name(in: line.text), isPerson(name), !places.isSite(name),
      places.mayBeByline(line.node)
    else { return }
    found.add([name], line.node, rule: "a line that names the guest who wrote it", score: 0.97, isCredit: true)
  }

  /// Names in the lines under one that only introduces ("Written by").
  private func addNames(under lines: ArraySlice<FoundLine>, isBesideText: Bool, to found: inout FoundAuthors) {
    var names: [String] = []
    var node: Int?
    for line in lines {
      guard line.bytes.count < 100, let line = reading.printed(line, isBesideText: isBesideText),
        places.mayBeByline(line.node)
      else { break }
      // The next heading is the label of something else.
      guard document.closest(line.node, .h1, .h2, .h3, .h4, .h5, .h6) == nil || names.isEmpty else { break }
      let name = String(line.text.prefix { $0 != "/" }).trimmingMarks()
      guard name.utf8.count < 60, isPerson(name), !places.isSite(name) else { break }
      names.append(name)
      node = node ?? line.node
    }
    guard let node else { return }
    found.add(
      places.unique(names), node, rule: "a name under a line like “written by”", score: 0.5 + places.place(node))
  }

  private var isRomanian: Bool { reading.language?.hasPrefix("ro") == true }

  /// Whether a text can be nothing but the full name of a person.
  private func isPerson(_ name: String) -> Bool {
    (2...4).contains(name.spacedWords.count) && PersonName.isPlausible(name) && PersonName.isFull(name)
      && !PersonName.holdsOrganization(name)
  }

  /// Whether a text can be a name in a script that sets no space within names.
  private func isUnspacedPerson(_ name: String) -> Bool {
    (2...5).contains(name.count) && name.utf8.count >= 6 && !name.contains(" ") && PersonName.isPlausible(name)
      && PersonName.isFull(name)
  }

  /// Whether a line credits a person, rather than going on after "by" as sentences do ("Written by hand").
  private func isBelievable(_ name: String, in line: String, isCredit: Bool, at node: Int) -> Bool {
    let isPerson = PersonName.isPlausible(name)
    // In the middle of a line, or in an inline element, only a full name is sure to be one; a login is, where the line under
    // the headline is a day, "by" and the login.
    if !isCredit { return isPerson && PersonName.isFull(name) || isDayAndName(line, name, at: node) }
    if isPerson { return PersonName.isFull(name) || line.unicodeScalars.count < 80 }
    if survey.landmarks.headings.contains(node) { return false }
    let words = name.split(separator: " ")
    // "By The Example Team", and nothing more.
    let isAbove = places.isNearTitle(node) || reading.region.map { node < $0.start && node > $0.start - 40 } ?? false
    let isWholeLine = line.utf8.count < name.utf8.count + 14 && isAbove
    if isWholeLine, words.allSatisfy({ $0.first?.isLowercase == false }) { return true }
    guard line.utf8.count < 80, words.count < 2 else { return false }
    return name.contains { $0.isNumber || $0 == "_" || $0.isUppercase } || isWholeLine || isAbove && isDated(line, name)
  }

  /// "Posted by ada on March 22nd, 2007", and nothing more.
  private func isDated(_ line: String, _ name: String) -> Bool {
    guard !PersonName.isNobody(name), let place = line.firstRange(of: name),
      let found = DateReader.locate(in: String(line[place.upperBound...]), language: reading.language)
    else { return false }
    return found.before.utf8.count < 8 && !found.after.holdsLetterOrDigit
  }

  /// "March 22nd, 2007 by ada"
  private func isDayAndName(_ line: String, _ name: String, at node: Int) -> Bool {
    guard line.utf8.count < 60, line.hasSuffix(" by " + name), let titleNode, node > titleNode,
      places.isNearTitle(node),
      !PersonName.isNobody(name), let found = DateReader.locate(in: line, language: reading.language)
    else { return false }
    return found.before.utf8.count < 12 && found.after.utf8.count < name.utf8.count + 14
  }

  /// A date and a name on one line near the headline: "3 May 2012 – Ada Example", "Ada Example | Senior Writer | 3 May
  /// 2012".
  private func addDated(_ line: PrintedLine, to found: inout FoundAuthors) {
    guard line.text.unicodeScalars.count < 80, survey.linkWeight[line.node] == 0 else { return }
    let parts = BylineReader.parts(of: line.text)
    guard (2...4).contains(parts.count) else { return }
    let words = parts.filter { part in !part.unicodeScalars.contains { DateToken.digit($0) != nil } }
    guard words.count == 1 || words.count == 2 && holdsRole(words[1]) else { return }
    // "Ada Example, film critic"
    let pieces = words[0].split(maxSplits: 1) { ",，、،".contains($0) }
    guard var first = pieces.first, pieces.count < 2 || holdsRole(pieces[1]) else { return }
    let bare = first.drop(while: \.isWhitespace)
    if isRomanian, bare.hasPrefix("de ") { first = bare.dropFirst(3) }
    // "Ada Example in Ostend"
    let name = first.spacedWords.prefix { $0 != "in" && $0 != "reports" }.joined(separator: " ").trimmingMarks()
    let isCalledCritic = pieces.count == 2 || words.count == 2
    guard isPerson(name) || isCalledCritic && isUnspacedPerson(name), !places.isSite(name),
      places.mayBeByline(line.node)
    else { return }
    found.add([name], line.node, rule: "a name beside a date", score: 0.5)
  }

  /// A name in the line before or after the date's, of which the lines behind the text speak again: a card about the author.
  private func addBesideDate(_ index: Int, _ lines: [FoundLine], to found: inout FoundAuthors) {
    guard let region = reading.region, lines[index].first < region.start, isDate(lines[index]) else { return }
    for neighbour in [index - 1, index + 1] where lines.indices.contains(neighbour) {
      guard lines[neighbour].bytes.count < 60, let line = reading.printed(lines[neighbour]),
        survey.linkWeight[line.node] == 0, isPerson(line.text), !places.isSite(line.text), places.mayBeByline(line.node)
      else { continue }
      let isTold = lines.contains { other in
        guard other.first >= region.end - 20, other.bytes.count >= line.text.utf8.count else { return false }
        return other.text.hasPrefix(line.text)
      }
      if isTold { found.add([line.text], line.node, rule: "a name beside the date", score: 0.55) }
    }
  }

  /// Whether a text says what somebody is to the publication.
  private func holdsRole(_ text: some StringProtocol) -> Bool {
    if BylineWords.rolesOfSeveralWords.standsIn(String(text)) { return true }
    return text.split(separator: " ").contains { word in
      let word = word.lowercased().trimmingMarks()
      return BylineWords.roles.contains(word) || BylineWords.workOfCritics.contains(where: word.hasSuffix)
    }
  }

  /// The name alone in one of the text's last lines, set apart as signatures are.
  private func addSignature(_ near: [FoundLine], to found: inout FoundAuthors) {
    guard let region = reading.region else { return }
    addBracketedSignature(region, to: &found)
    let end = reading.nodes(from: max(region.start, region.end - 60), to: region.end)
    let last = Array(near.filter { end.contains($0.first) }.suffix(3))
    addLast(
      near.last { end.contains($0.first) && document.closest($0.first, .a, .li, .nav) == nil }, region, to: &found)
    for (index, line) in last.enumerated() where line.bytes.count < 160 {
      guard let line = reading.printed(line), line.text.unicodeScalars.count < 40, survey.linkWeight[line.node] == 0,
        isSetApart(line.node) || opensWithDash(line.text)
          || index + 1 < last.count && isDate(last[index + 1]) && document.closest(line.node, .li) == nil
      else { continue }
      let name = line.text.trimmingMarks()
      guard isPerson(name) || isUnspacedPerson(name), !places.isSite(name), places.mayBeByline(line.node) else {
        continue
      }
      found.add([name], line.node, rule: Self.signature, score: 0.45)
    }
  }

  /// The last line of the text that is a name and what its bearer is, or for whom it is signed: "Ada Example, film critic",
  /// "For the committee: Ada Example".
  private func addLast(_ line: FoundLine?, _ region: BodyRegion, to found: inout FoundAuthors) {
    guard let line, line.bytes.count < 100, let line = reading.printed(line), survey.linkWeight[line.node] == 0,
      document.closest(line.node, .li, .figure, .td, .table) == nil,
      document.closest(line.node, .h1, .h2, .h3, .h4, .h5, .h6) == nil, places.mayBeByline(line.node)
    else { return }
    // Nothing of the text follows.
    let rest = reading.nodes(from: document.end(line.node), to: region.end)
    let goesOn = rest.contains {
      document.tag($0) == .text && survey.isVisible[$0] && survey.weight[$0] > 2
        && document.closest($0, .a, .li, .nav) == nil
    }
    guard !goesOn else { return }
    var text = line.text[...]
    var isSigned = false
    if isSetApart(line.node), let colon = text.firstRange(of: ": "), !text.utf8.contains(where: ASCII.isDigit),
      text[..<colon.lowerBound].utf8.count < 30
    {
      text = text[colon.upperBound...]
      isSigned = true
    }
    let parts = text.split(separator: ",", maxSplits: 1)
    guard let first = parts.first, parts.count == 2 ? isRole(parts[1]) : isSigned else { return }
    let name = String(first).trimmingMarks()
    guard isPerson(name), !places.isSite(name) else { return }
    found.add([name], line.node, rule: Self.signature, score: 0.45)
  }

  /// Whether a text may say what somebody is: a word or a few, no date and no place of a list.
  private func isRole(_ text: Substring) -> Bool {
    let words = text.spacedWords
    return (1...4).contains(words.count) && !text.utf8.contains(where: ASCII.isDigit)
      && !text.utf8.contains(UInt8(ascii: ",")) && holdsRole(text)
  }

  /// A name alone in a line behind the text, or beside a picture in its last lines, over a paragraph that begins with it: "Ada
  /// Example", "Ada Example lives in Hull.". Of several such cards none is the author's.
  private func addTold(_ near: [FoundLine], to found: inout FoundAuthors) {
    guard let region = reading.region else { return }
    let start = document.textRange(region.start).lowerBound
    var cards: [(name: String, node: Int)] = []
    for line in near where line.first >= region.end - 120 && line.bytes.count < 40 {
      // What opens the text is no card behind it, and a heading in it may be anybody's.
      guard document.textRange(line.first).lowerBound > start + 300,
        line.first >= region.end
          || (max(0, line.first - 12)..<line.first).contains(where: { document.tag($0) == .img }),
        let printed = reading.printed(line), places.isToldOf(printed.text, behind: line.first), isPerson(printed.text),
        !places.isSite(printed.text), places.mayBeByline(printed.node)
      else { continue }
      cards.append((printed.text, printed.node))
    }
    guard let card = cards.first, cards.allSatisfy({ $0.name == card.name }) else { return }
    found.add([card.name], card.node, rule: "a name over a text about its bearer", score: 0.48)
  }

  private func opensWithDash(_ text: String) -> Bool {
    text.hasPrefix("-") || text.hasPrefix("–") || text.hasPrefix("—")
  }

  /// Whether a line is a day or a month and little else.
  private func isDate(_ line: FoundLine) -> Bool {
    guard line.bytes.count < 60, line.bytes.contains(where: ASCII.isDigit), DateReader.mayHoldDate(line.bytes) else {
      return false
    }
    let text = line.text
    if let found = DateReader.locate(in: text, language: reading.language) {
      return found.before.utf8.count + found.after.utf8.count < 12
    }
    return text.spacedWords.count == 2
      && text.spacedWords.first.map { MonthNames.month($0.lowercased()) != nil } == true
  }

  /// Under a headline that names a work, "by Ada Example" in a heading is who made the work, where a line elsewhere says who
  /// reviewed it, or somebody signs the text.
  private func lowerMakers(_ found: inout FoundAuthors) {
    let makers = found.candidates.indices.filter { index in
      let candidate = found.candidates[index]
      return candidate.isOutspoken && candidate.value.count == 1 && isSubheading(candidate.node)
        && saysBy(candidate.node)
    }
    guard let first = makers.first else { return }
    let names = found.candidates[first].value
    let reviewers = found.candidates.indices.filter { index in
      let candidate = found.candidates[index]
      guard let node = candidate.node, candidate.value != names, !makers.contains(index) else { return false }
      return candidate.rule == Self.signature || candidate.isOutspoken && saysReview(node)
    }
    guard let best = reviewers.first else { return }
    let top = makers.map { found.candidates[$0].score }.max() ?? 0
    found.candidates[best].score = max(found.candidates[best].score, top)
    for index in found.candidates.indices where found.candidates[index].value == names {
      found.candidates[index].score -= 0.3
    }
  }

  /// Whether a line is no more than "by" and a name.
  private func saysBy(_ node: Int?) -> Bool {
    guard let node else { return false }
    return ByteSearch.starts(document.text[document.textRange(node)].drop(while: ASCII.isSpace), with: "by ")
  }

  private func saysReview(_ node: Int) -> Bool {
    ByteSearch.findIgnoringCase("review", in: document.text[document.textRange(node)].prefix(24)) != nil
  }

  private static let signature = "a name alone under the text"

  private func isSubheading(_ node: Int?) -> Bool {
    node.map { document.closest($0, .h2, .h3, .h4, .h5, .h6) != nil } ?? false
  }

  /// A name in brackets behind the last words of the text, as newspapers print it.
  private func addBracketedSignature(_ region: BodyRegion, to found: inout FoundAuthors) {
    let texts = reading.nodes(from: max(region.start, region.end - 60), to: region.end).filter {
      document.tag($0) == .text && survey.isVisible[$0] && survey.weight[$0] > 2
    }
    for node in texts.suffix(2) {
      let bytes = document.text[document.textRange(node)].suffix(60)
      guard let close = bytes.lastIndex(of: UInt8(ascii: ")")), !bytes[close...].contains(where: ASCII.isLetter),
        let open = bytes[..<close].lastIndex(of: UInt8(ascii: "("))
      else { continue }
      let name = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      guard isPerson(name), places.mayBeByline(node) else { continue }
      found.add([name], node, rule: "a name in brackets behind the text", score: 0.45)
    }
  }

  private func isSetApart(_ node: Int) -> Bool {
    if document.subtree(node).prefix(4).contains(where: { document.tag($0) == .em || document.tag($0) == .i }) {
      return true
    }
    for holder in [node] + document.ancestors(node).prefix(2) {
      if document.attribute(holder, named: "align")?.lowercased() == "right" { return true }
      if let style = document.value(holder, .style),
        ByteSearch.findIgnoringCase("right", in: document.values[style.indices]) != nil,
        ByteSearch.findIgnoringCase("align", in: document.values[style.indices]) != nil
      {
        return true
      }
    }
    return false
  }
}
