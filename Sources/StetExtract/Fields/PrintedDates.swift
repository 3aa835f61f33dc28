internal import StetHTML
internal import StetModel

/// Finds the dates that a page prints: `<time>` elements, elements called date, and short lines round the text.
struct PrintedDates {
  private let reading: PageReading
  private let titleNode: Int?
  private let language: String?

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  init(_ reading: PageReading, titleNode: Int?, language: String?) {
    self.reading = reading
    self.titleNode = titleNode
    self.language = language
  }

  /// All of them: by kind of holder, in the order of the page.
  func all() -> [PrintedDate] {
    var dates: [PrintedDate] = []
    for node in survey.landmarks.times.prefix(60) {
      if let date = marked(node, .time, document.attribute(node, .datetime)) { dates.append(date) }
    }
    for node in survey.landmarks.dates.prefix(60) where document.tag(node) != .time {
      guard (4...140).contains(survey.weight[node]) else { continue }
      let machine = [AttributeName.title, .content].lazy.compactMap { document.attribute(node, $0) }
        .first { DateReader.iso($0) != nil }
      if let date = marked(node, .called, machine) { dates.append(date) }
    }
    let lines = reading.linesRoundText(titleNode: titleNode) { DateReader.mayHoldDate($0) }
    for line in lines.prefix(60) {
      guard survey.weight[line.node] <= 140, document.tag(line.node) != .time,
        let found = read(line, beside: dates)
      else { continue }
      var date = PrintedDate(
        node: line.node, holder: .line, date: found.date, text: found.text, isUpdate: found.isUpdate,
        share: BylineReader.startsWithByWord(line.text) ? 0.8 : Self.share(found.text, of: line.text), isAside: false)
      // Lists have labels of all sorts.
      let isListed = document.closest(line.node, .li, .td, .dd) != nil
      date.isLabelled = !found.isUpdate && !isListed && Self.isLabelled(found.text, in: line.text)
      dates.append(date)
    }
    for index in dates.indices where !dates[index].isUpdate && !dates[index].isLabelled {
      dates[index].isLabelled = isLabelled(dates[index].node)
    }
    return dates + besideHeadline() + labelled() + [opening()].compactMap(\.self)
  }

  /// The date of a line; where the first one has an element that calls it the day of a change, the next one.
  private func read(_ line: PrintedLine, beside marked: [PrintedDate]) -> DateLine? {
    guard let found = DateLine.read(line.text, language: language), !isLabelledOther(line.node) else { return nil }
    let isChange = marked.contains { date in
      date.isUpdate && date.day == found.date.prefix(10) && document.contains(line.node, date.node)
        && date.node != line.node
    }
    guard isChange, let end = line.text.firstRange(of: found.text)?.upperBound else { return found }
    return DateLine.read(String(line.text[end...]), language: language) ?? found
  }

  /// Whether the label before a date in a table or list says that it is another's: "Release date".
  private func isLabelledOther(_ node: Int) -> Bool {
    guard document.closest(node, .dd, .td) != nil else { return false }
    let start = document.textRange(node).lowerBound
    let before = document.text[max(0, start - 20)..<start]
    return ["release", "expires", "opened", "opening"].contains { ByteSearch.findIgnoringCase($0, in: before) != nil }
  }

  /// Dates in the headline's own element, in small print before or behind it.
  private func besideHeadline() -> [PrintedDate] {
    guard let titleNode, document.textRange(titleNode).count < 2000 else { return [] }
    let asides = HeadlineAsides(survey)
    return (asides.before(in: titleNode) + asides.behind(in: titleNode)).compactMap { node in
      document.tag(node) == .time || survey.landmarks.dates.contains(node) ? nil : marked(node, .called, nil)
    }
  }

  /// Whether the words just before a date, in a line or a heading of their own, are "Published" or the like.
  private func isLabelled(_ node: Int) -> Bool {
    let start = document.textRange(node).lowerBound
    return Self.endsInHead(document.text[max(0, start - 24)..<start])
  }

  /// The same of a date in the middle of its line: "Published on 3 May 2012".
  private static func isLabelled(_ date: String, in line: String) -> Bool {
    guard let place = line.firstRange(of: date) else { return false }
    return endsInHead(Array(line[..<place.lowerBound].utf8.suffix(24))[...])
  }

  private static func endsInHead(_ before: ArraySlice<UInt8>) -> Bool {
    guard let last = before.lastIndex(where: ASCII.isLetter) else { return false }
    let words = before[...last]
    return heads.contains { head in
      ByteSearch.findIgnoringCase(head, in: words).map { $0 + head.utf8CodeUnitCount == words.endIndex } ?? false
    }
  }

  /// The day with which the text itself opens, as news agencies print it: "Hull, 3 May 2012 – ", "(3 May 2012) ".
  private func opening() -> PrintedDate? {
    guard let region = reading.region else { return nil }
    // Above the text there may be a standfirst.
    var seen: [Int32] = []
    for node in reading.nodes(from: region.start, to: region.start + 80) where seen.count < 2 {
      guard document.tag(node) == .text, survey.isVisible[node], survey.weight[node] > 0,
        survey.weight[Int(survey.block[node])] >= 120, !seen.contains(survey.block[node])
      else { continue }
      seen.append(survey.block[node])
      if let date = opening(at: node) { return date }
    }
    return nil
  }

  private func opening(at first: Int) -> PrintedDate? {
    let start = document.textRange(first).lowerBound
    let bytes = document.text[start...].prefix(64)
    guard bytes.prefix(40).contains(where: ASCII.isDigit), DateReader.mayHoldDate(bytes) else { return nil }
    let text = ReadingText.normalized(String(decoding: bytes, as: UTF8.self))
    guard let found = DateReader.locate(in: text, language: language), found.date.utf8.count >= 10,
      Self.isPlace(found.before), let mark = found.after.first(where: { !$0.isWhitespace }),
      found.before.last == "(" ? mark == ")" : "–—-:|".contains(mark),
      // "3 May – 7 May" is an event.
      found.after.prefix(16).allSatisfy({ !$0.isNumber })
    else { return nil }
    return PrintedDate(
      node: first, holder: .opening, date: found.date, text: found.text, isUpdate: false, share: 0, isAside: false)
  }

  /// Whether what stands before a date is nothing, a bracket or the name of a place.
  private static func isPlace(_ text: String) -> Bool {
    let text = text.trimmingMarks()
    return text.isEmpty || text.utf8.count < 24 && text.spacedWords.allSatisfy { $0.first?.isUppercase == true }
  }

  private static let heads: [StaticString] = [
    "published", "posted", "published on", "posted on", "ffentlicht", "ffentlicht am", "erschienen am", "publicado",
    "pubblicato", "gepubliceerd", "opublikowano", "datum", "publicado el", "publicado em", "pubblicato il", "publié le",
    "publication", "geplaatst op", "publicerad", "publicerat", "udgivet", "udgivet den", "publisert", "julkaistu",
    "publikováno", "zveřejněno", "publicat pe", "publicat la", "diterbitkan", "diposkan pada", "diposting pada",
  ]

  /// A date that an element is for.
  private func marked(_ node: Int, _ holder: PrintedDate.Holder, _ machine: String?) -> PrintedDate? {
    let signals = reading.surroundingSignals(node)
    guard signals.isDisjoint(with: Self.foreign) else { return nil }
    let line = survey.isVisible[node] && survey.weight[node] <= 140 ? survey.line(node) : ""
    let printed = DateLine.read(line, language: language)
    let marked = machine.flatMap { DateReader.iso($0) }
    let whole = printed == nil && marked == nil ? DateReader.read(line, language: language) : nil
    guard let date = marked ?? printed?.date ?? whole else { return nil }
    // "May 2012" is no day, and neither is a line about an event or an offer.
    if holder == .called, printed == nil, marked == nil { return nil }
    var found = PrintedDate(
      node: node, holder: holder, date: date, text: printed?.text ?? (whole == nil ? nil : line),
      isUpdate: printed?.isUpdate == true || isCalledUpdate(node), share: Self.share(printed?.text ?? line, of: line),
      isAside: !signals.isDisjoint(with: [.sidebar, .breadcrumb]))
    found.isInCard = isInCard(node)
    return found
  }

  /// Whether an element stands in an article with a linked headline that is not the page's own: a card that leads to
  /// another page.
  private func isInCard(_ node: Int) -> Bool {
    guard let region = reading.region, let card = document.closest(node, .article),
      !document.contains(card, region.start)
    else { return false }
    if let titleNode, document.contains(card, titleNode) { return false }
    return document.subtree(card).prefix(60).contains { inner in
      document.tag(inner) == .a && document.closest(inner, .h2, .h3, .h4, .h5) != nil
    }
  }

  /// A day read the other way round: the fifth of April for the fourth of May.
  static func swapped(_ date: some StringProtocol) -> String {
    let parts = date.prefix(10).split(separator: "-")
    return parts.count == 3 ? "\(parts[0])-\(parts[2])-\(parts[1])" : String(date)
  }

  private static func share(_ text: String, of line: String) -> Double {
    Double(text.utf8.count) / Double(max(line.utf8.count, 1))
  }

  /// Lines at the end of the text, or behind it, that say what their date is: "Published: 3 May 2012".
  private func labelled() -> [PrintedDate] {
    guard let region = reading.region else { return [] }
    var dates: [PrintedDate] = []
    for node in reading.nodes(from: max(region.start, region.end - 40), to: region.end + 600)
    where document.tag(node) == .text && survey.isVisible[node] && (10...80).contains(survey.weight[node]) {
      let bytes = document.text[document.textRange(node)]
      guard bytes.contains(where: ASCII.isDigit),
        Self.labels.standsIn(bytes), node >= region.end || document.closest(node, .li) == nil
      else { continue }
      let line = survey.line(node)
      guard let found = DateLine.read(line, language: language), !found.isUpdate, !reading.isForeign(node) else {
        continue
      }
      dates.append(
        PrintedDate(
          node: node, holder: .label, date: found.date, text: found.text, isUpdate: false,
          share: Self.share(found.text, of: line), isAside: false))
      if dates.count == 4 { break }
    }
    return dates
  }

  private func isCalledUpdate(_ node: Int) -> Bool {
    if let value = document.value(node, .class),
      ByteSearch.findIgnoringCase("updated", in: document.values[value.indices]) != nil
    {
      return ByteSearch.findIgnoringCase("published", in: document.values[value.indices]) == nil
    }
    if let value = document.value(node, .itemprop),
      ByteSearch.findIgnoringCase("modified", in: document.values[value.indices]) != nil
    {
      return true
    }
    let start = document.textRange(node).lowerBound
    return DateLine.saysUpdated(String(decoding: document.text[max(0, start - 24)..<start], as: UTF8.self))
  }

  /// Parts that are about other pages, or by other people.
  private static let foreign: Signals = [
    .comment, .related, .cloud, .advert, .menu, .consent, .overlay, .pagination,
  ]

  private static let labels = PhraseTable([
    "published", "posted on", "erschienen am", "lichung:", "ffentlicht am", "publicado", "pubblicato", "gepubliceerd",
    "opublikowan", "publié le", "mis en ligne le", "publicerad", "publicerat", "udgivet", "publisert", "julkaistu",
    "publikováno", "zveřejněno", "megjelent", "közzétéve", "publicat ", "ημοσιεύ", "публикован", "ублікован",
    "рилюднен", "yayınlan", "yayımlan", "yayın tarihi", "تاريخ النشر", "نشر", "פורסם", "منتشر", "تاریخ انتشار", "प्रकाशित",
    "dieser eintrag wurde", "dieser beitrag wurde", "esta entrada", "questo articolo è stato", "dit bericht",
    "detta inlägg", "dette indlæg", "dette innlegg", "ten wpis", "tento příspěvek", "este post foi", "bu yazı",
    "эта запись", "投稿日",
    "公開日", "掲載日", "作成日", "작성일", "게시", "등록일", "입력", "发布", "发表", "發佈", "發布", "發表", "diterbitkan",
    "dipublikasikan", "diposkan", "diposting", "ngày đăng", "đăng ngày", "đã đăng",
  ])
}
