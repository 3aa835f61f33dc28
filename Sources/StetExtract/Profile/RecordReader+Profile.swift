internal import StetHTML
internal import StetModel

/// What the site's profile finds, as candidates that outweigh all others.
extension RecordReader {
  /// Above anything that agreement of other sources can reach.
  private static var score: Double { 2 }

  func profileCandidate<Value>(_ value: Value, _ node: Int, _ field: ProfileField) -> Candidate<Value> {
    Candidate(
      value, source: "profile", .node(node), rule: "the site profile's rule for \(field.rawValue)", score: Self.score)
  }

  /// The text of what the profile finds for a field; several elements are parted by an empty line.
  func profileText(_ field: ProfileField) -> (value: String, node: Int)? {
    let found = reading.profileNodes(field).map { (text: profileValue($0.node, $0.rule), node: $0.node) }.filter {
      !$0.text.isEmpty
    }
    guard let first = found.first else { return nil }
    return (found.map(\.text).joined(separator: "\n\n"), first.node)
  }

  func addProfile(_ field: ProfileField, to ballot: inout Ballot<String>) {
    if let text = profileText(field) { ballot.add(profileCandidate(text.value, text.node, field)) }
  }

  func addProfileNames(_ field: ProfileField, to ballot: inout Ballot<[String]>) {
    let found = reading.profileNodes(field)
    let names = found.flatMap { BylineReader.creditedNames(from: profileValue($0.node, $0.rule)) }
    if let first = found.first, !names.isEmpty { ballot.add(profileCandidate(names, first.node, field)) }
  }

  func addProfileTerms(_ field: ProfileField, to ballot: inout Ballot<[Term]>) {
    let found = reading.profileNodes(field)
    let terms = found.map { match in
      let url = reading.document.attribute(match.node, .href).flatMap(reading.survey.address.spelling)
      return Term(name: profileValue(match.node, match.rule), url: url)
    }
    if let first = found.first { ballot.add(profileCandidate(terms.filter { !$0.name.isEmpty }, first.node, field)) }
  }

  private func profileValue(_ node: Int, _ rule: ProfileRule) -> String {
    if let attribute = rule.attribute {
      return ReadingText.normalized(reading.document.attribute(node, named: attribute) ?? "")
    }
    return reading.survey.line(node)
  }
}
