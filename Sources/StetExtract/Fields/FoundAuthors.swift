/// Names that the page shows as its authors', as far as they have been found.
struct FoundAuthors {
  var candidates: [Candidate<[String]>] = []

  /// - Parameter isCredit: whether the line says that they are ("By Ada Example").
  mutating func add(_ names: [String], _ node: Int, rule: String, score: Double, isCredit: Bool = false) {
    var candidate = Candidate(names, source: "page", .node(node), rule: rule, score: score)
    candidate.isOutspoken = isCredit
    candidates.append(candidate)
  }
}
