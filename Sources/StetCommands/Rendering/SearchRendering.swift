internal import StetArchive
internal import StetModel

/// What a search has found, for people.
struct SearchRendering {
  let style: TextStyle

  /// A paragraph for each hit: title; address, version where it is not the latest, date, authors; the text around what
  /// was found; other fields in which something was.
  func text(_ result: SearchResult) -> String {
    result.hits.enumerated().map { index, hit in
      (index == 0 ? "" : "\n") + lines(hit).joined(separator: "\n") + "\n"
    }.joined()
  }

  /// How many were found.
  func summary(_ result: SearchResult) -> String {
    switch result.total {
    case 0: "Nothing found."
    case 1: "1 result."
    case result.hits.count: "\(result.total) results."
    default:
      (result.isMinimum ? "More than " : "") + "\(result.total) results, \(result.hits.count) of them shown (--limit)."
    }
  }

  private func lines(_ hit: SearchHit) -> [String] {
    let title = hit.marks[.title].map { line($0, plain: style.bold) } ?? style.bold(VisibleText.line(hit.title ?? ""))
    var lines = title.isEmpty ? [] : [title]
    var facts = [VisibleText.line(hit.page.description)]
    if !hit.isCurrent { facts.append("version \(hit.version)") }
    facts.append(VisibleText.line(hit.published ?? hit.captured.description))
    if hit.marks[.author] == nil, let authors = hit.authors { facts.append(VisibleText.line(authors)) }
    lines.append(style.dim(facts.joined(separator: " · ")))
    if let body = hit.marks[.body] { lines.append("    " + line(body)) }
    for field in [SearchField.author, .item, .tag] {
      if let text = hit.marks[field] { lines.append("    " + style.dim("\(field.rawValue): ") + line(text)) }
    }
    return lines
  }

  /// One line with the finds in colour, as grep(1) has them.
  private func line(_ text: MarkedText, plain: (String) -> String = { $0 }) -> String {
    text.segments.map { segment in
      // Space at the ends of a stretch stays, as one: it parts it from the next.
      let words = segment.text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "\t" || $0.isNewline }
      let inner = words.dropFirst().dropLast().filter { !$0.isEmpty }
      let text = VisibleText.of((words.prefix(1) + inner + words.dropFirst().suffix(1)).joined(separator: " "))
      return segment.isMatch ? style.red(style.bold(text)) : plain(text)
    }.joined()
  }
}
