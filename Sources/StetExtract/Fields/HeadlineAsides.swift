internal import StetHTML
internal import StetModel

/// What stands in a heading beside the headline itself and is no part of it: before it a kicker ("Cinema"), a label, a
/// date; behind it a tagline, a date, small print.
///
/// Such a line has an element of its own, at one of the heading's ends, and is called by its name or is a `<time>` or
/// `<small>`. Where a colon or a dash joins the two they are printed as one headline, and stay one. Buttons inside a
/// heading ("copy") are left out too.
struct HeadlineAsides {
  /// More than a section, a label and a date stand beside no headline.
  private static let maximumCount = 3

  /// "Bora" and "Bora" are a name.
  private static let shortestCopy = 12

  private let survey: PageSurvey
  private let document: HTMLDocument

  init(_ survey: PageSurvey) {
    self.survey = survey
    document = survey.document
  }

  /// The elements to leave out of a heading: what stands before the headline, buttons, and the headline's other
  /// printings. Empty for most.
  func before(in heading: Int) -> [Int] {
    var left = buttons(in: heading) + copies(in: heading)
    var holder = heading
    var rest = survey.weight[heading] - left.reduce(0) { $0 + survey.weight[$1] }
    descending: for _ in 0..<Self.maximumCount {
      let parts = document.children(holder).filter { survey.weight[$0] > 0 && !left.contains($0) }
      // `<h1><a><span class=kicker>`: one element that holds everything.
      if parts.count == 1, let only = parts.first, document.tag(only) != .text {
        holder = only
        continue
      }
      let opening = heardApart(parts, of: rest)
      left += opening
      rest -= opening.reduce(0) { $0 + survey.weight[$1] }
      for part in parts.dropFirst(opening.count).dropLast() {
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
  func behind(in heading: Int) -> [Int] {
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
    isSmallPrint(node) { name in Self.tails.contains { ByteSearch.contains($0, in: name) } }
  }

  /// Whether an element goes on with what stands before it: a mark joins the two, or it opens with one.
  private func goesOn(at node: Int) -> Bool {
    let range = document.textRange(node)
    let text = document.text[range].drop(while: ASCII.isSpace).prefix(3)
    return endsInJoint(document.text[..<range.lowerBound]) || ByteSearch.starts(text, with: "(")
      || Self.joints.contains { ByteSearch.starts(text, with: $0) }
  }

  /// The parts of a heading before a mark that only those get who hear the page read out: for all others a line of its
  /// own sets them apart from the headline. The mark is among them.
  private func heardApart(_ parts: [Int], of whole: Int32) -> ArraySlice<Int> {
    let end = parts.prefix(Self.maximumCount + 1).lastIndex { part in
      isHeardOnly(part) || document.children(part).filter { survey.weight[$0] > 0 }.last.map(isHeardOnly) ?? false
    }
    guard let end, parts.count > end + 1 else { return [] }
    let opening = parts[...end]
    return whole - opening.reduce(0) { $0 + survey.weight[$1] } >= 4 ? opening : []
  }

  /// Whether an element holds nothing but a mark, and is hidden from those who see the page.
  private func isHeardOnly(_ node: Int) -> Bool {
    guard document.tag(node) != .text, survey.weight[node] < 3, endsInJoint(document.text[document.textRange(node)])
    else { return false }
    if survey.signals[node].contains(.hidden) { return true }
    guard let value = document.value(node, .class) else { return false }
    return ["hidden", "invisible", "offscreen"].contains {
      ByteSearch.findIgnoringCase($0, in: document.values[value.indices]) != nil
    }
  }

  private func buttons(in heading: Int) -> [Int] {
    (heading..<min(document.end(heading), heading + 60)).filter { document.tag($0) == .button }
  }

  /// Parts of a heading that say the same as another part: one for wide screens and one for narrow ones, or one to be
  /// seen and one to be heard. The one with the most words between spaces stays.
  private func copies(in heading: Int) -> [Int] {
    var holder = heading
    while true {
      let parts = document.children(holder).filter { survey.weight[$0] > 0 }
      if parts.count > 1 { return copies(among: parts) }
      guard let only = parts.first, document.tag(only) != .text else { return [] }
      holder = only
    }
  }

  private func copies(among parts: [Int]) -> [Int] {
    guard parts.count <= Self.maximumCount, parts.contains(where: { document.tag($0) != .text }),
      parts.allSatisfy({ survey.weight[$0] >= Self.shortestCopy }),
      parts.allSatisfy({ survey.weight[$0] == survey.weight[parts[0]] }) || parts.contains(where: isUnheard)
    else { return [] }
    let lines = parts.map { survey.line($0) }
    let letters = lines.map { Array($0.utf8.filter { !ASCII.isSpace($0) }) }
    if letters.allSatisfy({ $0 == letters[0] }) {
      let words = lines.map { $0.spacedWords.count }
      let kept = words.firstIndex(of: words.max() ?? 0)
      return parts.indices.filter { $0 != kept }.map { parts[$0] }
    }
    // Words that come flying in, each in an element of its own, stand there whole for those who hear the page.
    let (first, second) = (letters[0], letters[1])
    if parts.count == 2, isUnheard(parts[0]), first.firstRange(of: second) != nil { return [parts[0]] }
    if parts.count == 2, isUnheard(parts[1]), second.firstRange(of: first) != nil { return [parts[1]] }
    return []
  }

  private func isUnheard(_ node: Int) -> Bool {
    document.tag(node) != .text && document.attribute(node, .ariaHidden) == "true"
  }

  private func isKicker(_ node: Int) -> Bool {
    isSmallPrint(node) { name in
      Self.marks.contains { ByteSearch.contains($0, in: name) } || Self.isWord(name)
    }
  }

  /// Whether a part of a heading is small print, by its tag or by one of its class names, in lower case.
  private func isSmallPrint(_ node: Int, called isName: (ArraySlice<UInt8>) -> Bool) -> Bool {
    switch document.tag(node) {
    case .time, .small: return true
    case .text: return false
    default: break
    }
    guard let value = document.value(node, .class) else { return false }
    var isCalled = false
    ClassTokens.each(document.values[value.indices]) { token in
      isCalled = isCalled || isName(token.map(ASCII.lowercased)[...])
    }
    return isCalled
  }

  /// Whether a colon or a dash stands between an element and what follows it.
  private func isJoined(_ node: Int) -> Bool {
    let range = document.textRange(node)
    let next = document.text[range.upperBound...].drop(while: ASCII.isSpace).prefix(3)
    return endsInJoint(document.text[range]) || Self.joints.contains { ByteSearch.starts(next, with: $0) }
  }

  /// Whether a text ends in a mark that joins it to what follows.
  private func endsInJoint(_ text: ArraySlice<UInt8>) -> Bool {
    var end = text.suffix(24)
    while let last = end.last {
      if ASCII.isSpace(last) {
        end.removeLast()
      } else if end.count > 1, last == 0xA0, end[end.endIndex - 2] == 0xC2 {
        // A no-break space.
        end.removeLast(2)
      } else {
        return Self.joints.contains { ByteSearch.starts(end.suffix($0.utf8CodeUnitCount), with: $0) }
      }
    }
    return false
  }

  private static let joints: [StaticString] = [":", "-", "–", "—", "|", "/"]

  /// Whether the last word of a class name is one of those that are short or common: "card__label", "post-date".
  private static func isWord(_ name: ArraySlice<UInt8>) -> Bool {
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
