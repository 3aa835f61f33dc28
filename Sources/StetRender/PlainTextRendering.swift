public import StetModel

/// A record as plain text, a paragraph a line, blocks with an empty line between them.
public enum PlainTextRendering {
  /// The text, with a newline at the end.
  public static func render(_ review: Review) -> String {
    let facts = RecordFacts(review)
    var parts: [String] = []
    if let title = review.title { parts.append(title) }
    if !facts.row.isEmpty { parts.append(facts.row.joined(separator: " · ")) }
    if let item = facts.item { parts.append(item) }
    if let lead = review.lead { parts.append(lead) }
    parts += review.body.map { block($0) }
    if !review.pros.isEmpty { parts.append(list("For:", review.pros)) }
    if !review.cons.isEmpty { parts.append(list("Against:", review.cons)) }
    if let verdict = review.verdict { parts.append("Verdict: " + verdict) }
    if let bio = review.authorBio { parts.append(bio) }
    if !review.categories.isEmpty { parts.append("Categories: " + names(review.categories)) }
    if !review.tags.isEmpty { parts.append("Tags: " + names(review.tags)) }
    parts.append(review.url)
    return VisibleText.lines(parts.filter { !$0.isEmpty }.joined(separator: "\n\n")) + "\n"
  }

  private static func block(_ block: Block) -> String {
    switch block {
    case .paragraph(let text, _), .heading(_, let text), .code(let text, _): text
    case .list(let ordered, let items): lines(items, ordered: ordered).joined(separator: "\n")
    case .quote(let blocks, let cite):
      (blocks.map { self.block($0) }.filter { !$0.isEmpty } + (cite.map { ["— " + $0] } ?? []))
        .joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    case .figure(_, let alt, let caption):
      (caption ?? alt).map { "[\($0)]" } ?? ""
    case .table(let rows, _, let caption):
      (rows.map { $0.joined(separator: "\t") } + (caption.map { [$0] } ?? [])).joined(separator: "\n")
    case .embed(let src, let title): "[\(title ?? src)]"
    case .rule: "* * *"
    case .unknown(let json): json["text"]?.string ?? ""
    }
  }

  private static func lines(_ items: [ListItem], ordered: Bool) -> [String] {
    var lines: [String] = []
    for (index, item) in items.enumerated() {
      let mark = ordered ? "\(index + 1). " : "- "
      let indent = String(repeating: " ", count: mark.count)
      let inside = item.text.split(separator: "\n").map(String.init) + self.lines(item.items, ordered: ordered)
      lines.append(mark + (inside.first ?? ""))
      lines += inside.dropFirst().map { indent + $0 }
    }
    return lines
  }

  private static func list(_ heading: String, _ texts: [String]) -> String {
    ([heading] + texts.map { "- " + $0 }).joined(separator: "\n")
  }

  private static func names(_ terms: [Term]) -> String { terms.map(\.name).joined(separator: ", ") }
}
