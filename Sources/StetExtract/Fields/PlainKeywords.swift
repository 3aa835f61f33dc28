internal import StetModel

/// Tags that are printed without links, behind a label: "Keywords: quarantine, Adriatic", as journals do.
struct PlainKeywords {
  private static let maximumNames = 20

  private let reading: PageReading
  private let keywords: PageKeywords

  init(_ reading: PageReading, keywords: PageKeywords) {
    self.reading = reading
    self.keywords = keywords
  }

  /// The names of the first such line; nil when there is none.
  func candidate() -> Candidate<[Term]>? {
    guard !keywords.isEmpty else { return nil }
    let lines = reading.linesNearText ?? []
    for (index, line) in lines.enumerated() where TermLabels.filter.mayOpen(line.bytes[...]) {
      let text = line.text
      let colon = text.firstIndex { ":：".contains($0) }
      let label = text[..<(colon ?? text.endIndex)]
      guard TermLabels.kind(String(label)) == .tag, TermLabels.isWhole(String(label)) else { continue }
      let rest = colon.map { text[$0...].dropFirst() } ?? ""
      let list = rest.contains(where: \.isLetter) ? line : lines.dropFirst(index + 1).first
      guard let list, let printed = reading.printed(list), reading.survey.linkWeight[printed.node] == 0 else {
        continue
      }
      let names = names(in: list.first == line.first ? String(rest) : list.text)
      guard !names.isEmpty, isKept(names) else { continue }
      return Candidate(
        names.map { Term(name: $0) }, source: "page", .node(printed.node), rule: "a list behind a label, without links",
        score: 0.55)
    }
    return nil
  }

  /// The names of a list; none where it reads like a sentence.
  private func names(in text: String) -> [String] {
    let mark: Character = text.contains(";") ? ";" : ","
    let names = text.split { $0 == mark || "·|•，、".contains($0) }.map { TermName.cleaned(String($0)) }
    let isList = names.allSatisfy { (2...60).contains($0.utf8.count) && $0.spacedWords.count < 6 }
    return isList && names.count <= Self.maximumNames ? names : []
  }

  /// Whether the page's metadata has half of the names.
  private func isKept(_ names: [String]) -> Bool {
    names.count { keywords.contains($0.utf8) } * 2 >= names.count
  }
}
