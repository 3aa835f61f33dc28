/// Names that the page shows as its authors', as far as they have been found.
struct FoundAuthors {
  var candidates: [Candidate<[String]>] = []

  mutating func add(_ names: [String], _ node: Int, rule: String, score: Double) {
    candidates.append(Candidate(names, source: "page", .node(node), rule: rule, score: score))
  }
}
