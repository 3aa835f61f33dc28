/// The text of HTML that stet printed.
enum PlainHTML {
  private static let inline: Set<String> = ["em", "strong", "code", "a", "cite"]

  /// Tags are spaces, but those within words are nothing; the five references that stet writes are resolved.
  static func text(_ html: String) -> String {
    var text = ""
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      let end = rest[start...].firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
      let name = rest[rest.index(after: start)..<end].drop { $0 == "/" }.prefix { $0 != " " }
      if !inline.contains(String(name)) { text += " " }
      rest = rest[rest.index(after: end)...]
    }
    text += rest
    for (reference, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(reference, with: character)
    }
    return text
  }
}
