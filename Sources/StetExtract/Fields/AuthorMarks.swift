internal import StetHTML
internal import StetModel

/// Authors whose names stand beside their portrait, or beside the pictogram of a person: `<i class="fa fa-user">`.
struct AuthorMarks {
  let reading: PageReading
  let places: AuthorPlaces

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// The one name that is marked so between the headline and the text, or close over it; several are a list of people.
  ///
  /// It is the last resort: what is said in words or to machines comes first.
  func addCandidate(to found: inout FoundAuthors) {
    guard let title = places.titleNode, let region = reading.region, title < region.start else { return }
    var names: [String] = []
    var first: (node: Int, rule: String)?
    for node in reading.nodes(from: title - 24, to: min(title + 60, region.start)) {
      guard let (name, at, rule) = marked(node), places.mayBeByline(at), !reading.isForeign(at) else { continue }
      names.append(name)
      first = first ?? (at, rule)
    }
    guard let first, Set(names.map(AuthorsField.key)).count == 1 else { return }
    found.add([names[0]], first.node, rule: first.rule, score: 0.42)
  }

  /// The name that a node marks, and where it stands.
  private func marked(_ node: Int) -> (name: String, node: Int, rule: String)? {
    let isPortrait = document.tag(node) == .img
    guard isPortrait || isPictogram(node), let (line, at) = nextLine(node), line.utf8.count < 80 else { return nil }
    if isPortrait {
      guard let alternative = document.attribute(node, .alt), alternative.utf8.count < 80 else { return nil }
      let name = ReadingText.normalized(line).trimmingMarks()
      guard isPerson(name), ReadingText.normalized(alternative).contains(name) else { return nil }
      return (name, at, "a name beside the portrait")
    }
    guard let name = BylineReader.creditedNames(from: line).first, isPerson(name) else { return nil }
    return (name, at, "a name beside the sign of a person")
  }

  /// The next visible text and its node.
  private func nextLine(_ node: Int) -> (String, Int)? {
    let next = (node + 1..<min(node + 10, document.count)).first {
      document.tag($0) == .text && survey.isVisible[$0] && survey.weight[$0] > 0
    }
    return next.map { (String(decoding: document.text[document.textRange($0)], as: UTF8.self), $0) }
  }

  /// Whether an empty element draws a person: the icon fonts of the web call it user, person or author.
  private func isPictogram(_ node: Int) -> Bool {
    guard [.i, .span, .svg].contains(document.tag(node)), survey.weight[node] == 0,
      let value = document.value(node, .class)
    else { return false }
    var isPerson = false
    ClassTokens.each(document.values[value.indices]) { token in
      let parts = token.split { !ASCII.isLetter($0) }
      guard parts.count > 1 else { return }
      isPerson = isPerson || parts.contains { part in Self.people.contains { ByteSearch.isEqual(part, $0) } }
    }
    return isPerson
  }

  private func isPerson(_ name: String) -> Bool {
    (2...4).contains(name.spacedWords.count) && PersonName.isPlausible(name) && PersonName.isFull(name)
      && !PersonName.holdsOrganization(name) && !places.isSite(name)
  }

  private static let people: [StaticString] = ["user", "users", "person", "author", "profile"]
}
