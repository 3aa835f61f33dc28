internal import StetHTML
internal import StetModel

/// What stands in a heading before the headline itself and is no part of it: a kicker ("Cinema"), a label, a date.
///
/// Such a line has an element of its own, which comes first and is called by its name or is a `<time>` or `<small>`; the
/// headline follows. Where a colon or a dash joins the two they are printed as one headline, and stay one. Buttons inside
/// a heading ("copy") are left out too.
struct HeadlineKicker {
  /// More than a section, a label and a date come before no headline.
  private static let maximumCount = 3

  private let survey: PageSurvey
  private let document: HTMLDocument

  init(_ survey: PageSurvey) {
    self.survey = survey
    document = survey.document
  }

  /// The elements to leave out of a heading; empty for most.
  func nodes(in heading: Int) -> [Int] {
    var left = buttons(in: heading)
    var holder = heading
    var rest = survey.weight[heading] - left.reduce(0) { $0 + survey.weight[$1] }
    descending: for _ in 0..<Self.maximumCount {
      let parts = document.children(holder).filter { survey.weight[$0] > 0 && !left.contains($0) }
      // `<h1><a><span class=kicker>`: one element that holds everything.
      if parts.count == 1, let only = parts.first, document.tag(only) != .text {
        holder = only
        continue
      }
      for part in parts.dropLast() {
        guard isKicker(part), rest - survey.weight[part] >= 4, !isJoined(part) else { break descending }
        left.append(part)
        rest -= survey.weight[part]
      }
      break
    }
    return left
  }

  /// What may stand behind the headline in its heading and be no part of it: a date, a tagline, small print. Joined by a
  /// colon or a dash, or in brackets, it goes on instead. Empty for most.
  func tail(of heading: Int) -> [Int] {
    var holder = heading
    while true {
      let parts = document.children(holder).filter { survey.weight[$0] > 0 }
      guard parts.count == 1, let only = parts.first, document.tag(only) != .text else { break }
      holder = only
    }
    var tail: [Int] = []
    var rest = survey.weight[heading]
    let parts = document.children(holder).filter { survey.weight[$0] > 0 }
    for part in parts.reversed().prefix(Self.maximumCount) {
      guard part != parts.first, isTail(part), rest - survey.weight[part] >= 4, !goesOn(at: part) else { break }
      tail.append(part)
      rest -= survey.weight[part]
    }
    return tail
  }

  private func isTail(_ node: Int) -> Bool {
    let tag = document.tag(node)
    if tag == .time || tag == .small { return true }
    guard tag != .text, let value = document.value(node, .class) else { return false }
    var isTail = false
    ClassTokens.each(document.values[value.indices]) { token in
      let name = token.map(ASCII.lowercased)
      isTail = isTail || Self.tails.contains { ByteSearch.contains($0, in: name[...]) }
    }
    return isTail
  }

  /// Whether an element goes on with what stands before it: a mark joins the two, or it opens with one.
  private func goesOn(at node: Int) -> Bool {
    let range = document.textRange(node)
    let before = document.text[..<range.lowerBound].suffix(24).last { !ASCII.isSpace($0) }
    let text = document.text[range].drop(while: ASCII.isSpace).prefix(3)
    return before == UInt8(ascii: ":") || before == UInt8(ascii: "-") || ByteSearch.starts(text, with: "(")
      || Self.joints.contains { ByteSearch.starts(text, with: $0) }
  }

  private func buttons(in heading: Int) -> [Int] {
    (heading..<min(document.end(heading), heading + 60)).filter { document.tag($0) == .button }
  }

  private func isKicker(_ node: Int) -> Bool {
    switch document.tag(node) {
    case .time, .small: return true
    case .text: return false
    default: break
    }
    guard let value = document.value(node, .class) else { return false }
    var isKicker = false
    ClassTokens.each(document.values[value.indices]) { token in
      let name = token.map(ASCII.lowercased)
      isKicker = isKicker || Self.marks.contains { ByteSearch.contains($0, in: name[...]) } || Self.isWord(name)
    }
    return isKicker
  }

  /// Whether a colon or a dash stands between an element and what follows it.
  private func isJoined(_ node: Int) -> Bool {
    let range = document.textRange(node)
    let last = document.text[range].last { !ASCII.isSpace($0) }
    let next = document.text[range.upperBound...].drop(while: ASCII.isSpace).prefix(3)
    return last == UInt8(ascii: ":") || Self.joints.contains { ByteSearch.starts(next, with: $0) }
  }

  private static let joints: [StaticString] = [":", "-", "–", "—", "|", "/"]

  /// Whether the last word of a class name is one of those that are short or common: "card__label", "post-date".
  private static func isWord(_ name: [UInt8]) -> Bool {
    guard let last = name.split(whereSeparator: { !ASCII.isLetter($0) }).last else { return false }
    return words.contains { ByteSearch.isEqual(last, $0) }
  }

  /// Names of what comes before a headline, whatever they are part of; the last ones in German, French, Spanish and
  /// Italian newsrooms' words.
  private static let marks: [StaticString] = [
    "kicker", "eyebrow", "overline", "topline", "toptitle", "top-title", "overtitle", "pretitle", "pre-title",
    "preheadline", "pre-headline", "pretext", "supertitle", "superhead", "strapline", "subtitle", "sub-title",
    "subhead", "sub-head", "roofline", "dachzeile", "spitzmarke", "oberzeile", "surtitre", "antetitulo", "volanta",
    "cintillo", "occhiello",
  ]

  /// Names of what comes behind a headline.
  private static let tails: [StaticString] = [
    "subtitle", "sub-title", "subhead", "sub-head", "subline", "tagline", "untertitel", "dateline", "post-date",
    "entry-date",
  ]

  private static let words: [StaticString] = [
    "label", "prefix", "badge", "tag", "category", "cat", "rubric", "rubrik", "section", "topic", "date", "datum",
    "time",
  ]
}
