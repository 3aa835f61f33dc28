internal import StetModel

/// Where the links in blocks lead, as far as a record tells: by the CommonMark of paragraphs and of entries of lists. Of
/// headings, and of entries that have several lines, it keeps no markup; there a line may be a link as a whole.
struct BlockLinks {
  private var addresses: Set<String> = []
  private var lines: Set<String> = []

  init(_ blocks: [Block]) {
    for block in blocks { take(block) }
  }

  /// Whether a link stands in them.
  func contains(_ link: ReviewLink) -> Bool { addresses.contains(link.url) || lines.contains(link.text) }

  private mutating func take(_ block: Block) {
    switch block {
    case .paragraph(_, let markdown?): take(markdown)
    case .heading(_, let text): lines.insert(text)
    case .list(_, let items): for item in items { take(item) }
    case .quote(let blocks, _): for block in blocks { take(block) }
    case .paragraph, .figure, .table, .code, .embed, .rule, .unknown: break
    }
  }

  private mutating func take(_ item: ListItem) {
    if let markdown = item.markdown {
      take(markdown)
    } else if item.text.utf8.contains(0x0A) {
      for line in item.text.split(separator: "\n") { lines.insert(String(line)) }
    }
    for item in item.items { take(item) }
  }

  /// Reads the destinations in a text as `InlineWriter` writes them: `](address)` or `](<address>)`, backslashes before what
  /// CommonMark would read otherwise.
  private mutating func take(_ markdown: String) {
    let bytes = Array(markdown.utf8)
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
      } else if bytes[index] == UInt8(ascii: "]"), bytes[index + 1] == UInt8(ascii: "(") {
        index = takeAddress(bytes, from: index + 2)
      } else {
        index += 1
      }
    }
  }

  /// Reads one, and returns where it ends: each byte is looked at once.
  private mutating func takeAddress(_ bytes: [UInt8], from start: Int) -> Int {
    let isQuoted = start < bytes.count && bytes[start] == UInt8(ascii: "<")
    let ends = isQuoted ? Array("<>".utf8) : Array("() ".utf8)
    var address: [UInt8] = []
    var index = isQuoted ? start + 1 : start
    while index < bytes.count, !ends.contains(bytes[index]) {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count { index += 1 }
      address.append(bytes[index])
      index += 1
    }
    if index < bytes.count, bytes[index] == ends[1] { addresses.insert(String(decoding: address, as: UTF8.self)) }
    return index
  }
}
