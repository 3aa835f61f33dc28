import StetModel
import StetTestSupport

@testable import StetRender

/// The structure of a text with the words of each block, a line each: what has to be the same in the record and in a
/// rendering of it.
enum Outline {
  /// Of the blocks of a record.
  static func of(_ blocks: [Block]) -> [String] { blocks.flatMap(of) }

  /// Of a CommonMark document.
  static func of(_ blocks: [MarkdownBlock]) -> [String] { blocks.flatMap(of) }

  private static func of(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let text, _): paragraph(text)
    case .heading(let level, let text): ["h\(level)" + words(text)]
    case .list(let ordered, let items): list(ordered, items)
    case .quote(let blocks, let cite): ["quote"] + indented(of(blocks) + (cite.map(paragraph) ?? []))
    case .figure(let src, let alt, let caption):
      (src.map(HTMLText.isWebAddress) == true ? ["image" + words(alt ?? "")] : []) + (caption.map(paragraph) ?? [])
    case .table(let rows, let header, let caption):
      table(rows, hasHeader: header ?? false) + (caption.map(paragraph) ?? [])
    case .code(let text, let language):
      ["code \(language ?? "")"] + text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    case .embed(let src, let title): paragraph(title ?? src)
    case .rule: ["rule"]
    case .unknown(let json): paragraph(json["text"]?.string ?? "")
    }
  }

  private static func list(_ ordered: Bool, _ items: [ListItem]) -> [String] {
    [ordered ? "ol" : "ul"]
      + items.flatMap { item in
        ["item"] + indented(paragraph(item.text) + (item.items.isEmpty ? [] : list(ordered, item.items)))
      }
  }

  private static func table(_ rows: [[String]], hasHeader: Bool) -> [String] {
    let width = rows.map(\.count).max() ?? 0
    guard width > 0 else { return [] }
    let padded = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
    return self.table(hasHeader ? padded : [Array(repeating: "", count: width)] + padded)
  }

  private static func table(_ rows: [[String]]) -> [String] {
    ["table"] + rows.map { row in "  row" + row.map { " |" + words($0) }.joined() }
  }

  private static func of(_ block: MarkdownBlock) -> [String] {
    switch block {
    case .paragraph(let text) where text.hasPrefix("!["):
      // The address of an image is not read; it may hold what looks like its end.
      [
        "image"
          + words(
            plain(
              String(
                text.dropFirst(2).split(separator: "](<", maxSplits: 1, omittingEmptySubsequences: false).first ?? "")))
      ]
    case .paragraph(let text): paragraph(plain(text))
    case .heading(let level, let text): ["h\(level)" + words(plain(text))]
    case .list(let ordered, let items): [ordered ? "ol" : "ul"] + items.flatMap { ["item"] + indented(of($0)) }
    case .quote(let blocks): ["quote"] + indented(of(blocks))
    case .code(let text, let info):
      ["code \(info)"] + text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    case .table(let rows): table(rows.map { $0.map(plain) })
    case .rule: ["rule"]
    }
  }

  /// Inline Markdown as its reader sees it.
  private static func plain(_ markdown: String) -> String { PlainHTML.text(InlineMarkdown.html(markdown)) }

  /// A text without any word is not told from none.
  private static func paragraph(_ text: String) -> [String] {
    let words = words(text)
    return words.isEmpty ? [] : ["p" + words]
  }

  private static func words(_ text: String) -> String { WordSequence.of(text).map { " " + $0 }.joined() }

  private static func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }
}
