public import StetModel

/// A record as a CommonMark document (tables as GitHub writes them).
public enum MarkdownRendering {
  /// The document, with a newline at the end.
  public static func render(_ review: Review) -> String {
    let facts = RecordFacts(review)
    var parts: [String] = []
    if let title = review.title { parts.append("# " + MarkdownText.heading(title)) }
    if !facts.row.isEmpty { parts.append("*" + facts.row.map(MarkdownText.inline).joined(separator: " · ") + "*") }
    if let item = facts.item { parts.append(MarkdownText.inline(item)) }
    if let lead = review.lead { parts.append("**" + MarkdownText.inline(lead) + "**") }
    parts += blocks(review.body)
    if !review.pros.isEmpty { parts += ["## For", list(review.pros)] }
    if !review.cons.isEmpty { parts += ["## Against", list(review.cons)] }
    if let verdict = review.verdict { parts += ["## Verdict", MarkdownText.inline(verdict)] }
    if let bio = review.authorBio { parts += ["---", paragraphs(bio)] }
    if !review.categories.isEmpty { parts.append("Categories: " + terms(review.categories)) }
    if !review.tags.isEmpty { parts.append("Tags: " + terms(review.tags)) }
    if let source = MarkdownText.destination(review.url) { parts.append(source) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func blocks(_ blocks: [Block]) -> [String] {
    var parts: [String] = []
    // Two lists with the same mark, one right behind the other, would be one list.
    var lists = 0
    for block in blocks {
      if case .list = block { lists += 1 } else { lists = 0 }
      let part = self.block(block, isOtherMark: lists.isMultiple(of: 2))
      if !part.isEmpty { parts.append(part) }
    }
    return parts
  }

  /// - Parameter isOtherMark: whether a list takes the second of the marks that lists have.
  private static func block(_ block: Block, isOtherMark: Bool = false) -> String {
    switch block {
    case .paragraph(let text, let markdown): return markdown.map(MarkdownText.lines) ?? MarkdownText.paragraph(text)
    case .heading(let level, let text):
      return String(repeating: "#", count: min(max(level, 1), 6)) + " " + MarkdownText.heading(text)
    case .list(let ordered, let items):
      return lines(items, ordered: ordered, mark: ordered ? isOtherMark ? ")" : "." : isOtherMark ? "*" : "-")
        .joined(separator: "\n")
    case .quote(let blocks, let cite):
      let inside = Self.blocks(blocks) + (cite.map { ["— " + MarkdownText.inline($0)] } ?? [])
      return inside.joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
    case .figure(let src, let alt, let caption):
      let image = src.flatMap(MarkdownText.destination).map { "![\(MarkdownText.inline(alt ?? ""))](\($0))" }
      return [image, caption.map { "*\(MarkdownText.inline($0))*" }].compactMap(\.self).joined(separator: "\n\n")
    case .table(let rows, let header, let caption): return table(rows, header: header ?? false, caption: caption)
    case .code(let text, let language): return MarkdownText.fenced(text, language: language)
    case .embed(let src, let title):
      guard let destination = MarkdownText.destination(src) else { return MarkdownText.inline(title ?? src) }
      return "[\(MarkdownText.inline(title ?? src))](\(destination))"
    case .rule: return "---"
    case .unknown(let json): return MarkdownText.inline(json["text"]?.string ?? "")
    }
  }

  /// - Parameter mark: the bullet, or what stands behind the numbers.
  private static func lines(_ items: [ListItem], ordered: Bool, mark: Character) -> [String] {
    var lines: [String] = []
    for (index, item) in items.enumerated() {
      let mark = ordered ? "\(index + 1)\(mark) " : "\(mark) "
      let indent = String(repeating: " ", count: mark.count)
      let text = item.markdown.map(MarkdownText.lines) ?? MarkdownText.paragraph(item.text)
      lines.append(mark + text.replacing("\n", with: "\n" + indent))
      lines += self.lines(item.items, ordered: ordered, mark: ordered ? "." : "-").map {
        indent + $0.replacing("\n", with: "\n" + indent)
      }
    }
    return lines
  }

  /// A table needs a header row in Markdown: one without gets an empty one.
  private static func table(_ rows: [[String]], header: Bool, caption: String?) -> String {
    let width = rows.map(\.count).max() ?? 0
    guard width > 0 else { return caption.map(MarkdownText.inline) ?? "" }
    func row(_ cells: [String]) -> String {
      let padded = cells + Array(repeating: "", count: width - cells.count)
      return "| " + padded.map(MarkdownText.inline).joined(separator: " | ") + " |"
    }
    var lines = [row(header ? rows.first ?? [] : []), "|" + String(repeating: " --- |", count: width)]
    lines += rows.dropFirst(header ? 1 : 0).map(row)
    let text = lines.joined(separator: "\n")
    return caption.map { text + "\n\n*" + MarkdownText.inline($0) + "*" } ?? text
  }

  private static func list(_ texts: [String]) -> String {
    texts.map { "- " + MarkdownText.inline($0) }.joined(separator: "\n")
  }

  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n").map { MarkdownText.inline(String($0)) }.joined(separator: "\n\n")
  }

  private static func terms(_ terms: [Term]) -> String {
    terms.map { term in
      let name = MarkdownText.inline(term.name)
      return term.url.flatMap(MarkdownText.destination).map { "[\(name)](\($0))" } ?? name
    }.joined(separator: ", ")
  }
}
