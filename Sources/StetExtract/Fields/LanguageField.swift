internal import StetHTML
internal import StetModel

/// The language that the page declares, as a BCP 47 tag.
struct LanguageField {
  let document: HTMLDocument
  let survey: PageSurvey
  let meta: MetaTags
  let data: LinkedData

  func ballot() -> Ballot<String> {
    var ballot = Ballot<String>("language")
    for root in survey.landmarks.roots.prefix(3) {
      let value = document.attribute(root, .lang) ?? document.attribute(root, .xmlLang)
      add(value, "page", .node(root), 0.9, to: &ballot)
    }
    if let (value, name) = meta.first("og:locale") { add(value, "meta", .path(name), 0.7, to: &ballot) }
    if let (value, name) = meta.first("content-language", "language", "dc.language", "dcterms.language") {
      add(value, "meta", .path(name), 0.65, to: &ballot)
    }
    if let (value, article) = data.first(\.language) {
      if let tag = Self.tag(value) { ballot.add(Candidate(tag, from: article, "inLanguage", score: 0.75)) }
    }
    return ballot
  }

  private func add(
    _ value: String?, _ source: String, _ place: Candidate<String>.Place, _ score: Double,
    to ballot: inout Ballot<String>
  ) {
    guard let value, let tag = Self.tag(value) else { return }
    ballot.add(Candidate(tag, source: source, place, rule: "the page declares it", score: score))
  }

  /// A BCP 47 tag from what pages write: `en_US`, `EN-us`, `de, en`; nil for words like "English".
  static func tag(_ text: String) -> String? {
    let first = text.split { $0 == "," || $0 == ";" || $0 == " " }.first ?? ""
    let parts = first.split { $0 == "-" || $0 == "_" || $0 == "." }
    guard let language = parts.first, (2...3).contains(language.utf8.count), language.utf8.allSatisfy(ASCII.isLetter)
    else { return nil }
    var tag = ASCII.lowercased(String(language))
    if tag == "xx" || tag == "und" { return nil }
    for part in parts.dropFirst().prefix(2) {
      let bytes = part.utf8
      guard bytes.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) }) else { break }
      switch bytes.count {
      case 2: tag += "-" + part.uppercased()
      case 3 where bytes.allSatisfy(ASCII.isDigit): tag += "-" + part
      case 4: tag += "-" + part.prefix(1).uppercased() + ASCII.lowercased(String(part.dropFirst()))
      default: return tag
      }
    }
    return tag
  }
}
