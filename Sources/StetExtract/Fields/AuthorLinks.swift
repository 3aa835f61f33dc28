internal import StetHTML
internal import StetModel

/// Where the names of authors lead.
struct AuthorLinks {
  private let reading: PageReading

  init(_ reading: PageReading) { self.reading = reading }

  /// The address that an author's name links to on the page, else what structured data gives; nil when there is none.
  func address(of name: String) -> String? {
    let key = AuthorsField.key(name)
    let survey = reading.survey
    let site = OwnSite(reading)
    let finder = NameFinder([name.split(separator: " ").last.map { String($0) } ?? name])
    let length = name.unicodeScalars.count
    var best: (address: PageAddress, rank: Int)?
    for node in survey.landmarks.anchors.prefix(3000) where (2...80).contains(survey.weight[node]) {
      // Weight is a cheap test; the words are compared only where they can be the same.
      guard abs(Int(survey.weight[node]) - length) < 30,
        finder.mayStand(in: reading.document.text[reading.document.textRange(node)]), !reading.isForeign(node)
      else { continue }
      let line = survey.line(node)
      guard
        AuthorsField.key(line) == key
          || AuthorsField.key(line).hasSuffix(key) && line.utf8.count < name.utf8.count + 16,
        let target = reading.document.attribute(node, .href).flatMap(survey.address.resolving)
      else { continue }
      let isRel = AuthorLink.isRelAuthor(node, reading.document)
      let isPath = AuthorLink.leadsToAuthor(node, reading.document)
      let isSameSite = target.host == reading.address.host
      guard site.holds(node) else { continue }
      guard isRel || isPath || isSameSite && reading.isInArticle(node) else { continue }
      let rank = (isRel ? 4 : 0) + (isPath ? 2 : 0) + (isSameSite ? 1 : 0)
      if rank > best?.rank ?? 0 { best = (target, rank) }
    }
    if let best { return best.address.description }
    let people = reading.data.articles.filter { $0.belonging != .elsewhere }.flatMap(\.authors) + reading.data.persons
    let urls = people.filter { AuthorsField.key($0.name) == key }.compactMap(\.url)
    return urls.first { site.holds(address: $0) }
  }
}
