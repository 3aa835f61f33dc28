internal import StetModel

/// An entry of a list, from its blocks.
///
/// Its words stand before the lists in it. What goes on behind those cannot be said of the entry: it stands behind the
/// outer list, which ends there.
struct ListEntry {
  private(set) var item = ListItem(text: "")
  /// The links of the item.
  let links: [ReviewLink]
  /// What goes on behind the lists in the entry; empty for most.
  let rest: ArraySlice<BlockBuilder.Piece>

  /// - Returns: nil when the blocks are too much for an entry: the list is layout then.
  init?(_ pieces: [BlockBuilder.Piece]) {
    let inner = pieces.firstIndex(where: Self.isList) ?? pieces.endIndex
    let end = pieces[inner...].firstIndex { !Self.isList($0) } ?? pieces.endIndex
    links = pieces[..<end].flatMap(\.links)
    rest = pieces[end...]
    var markdown: [String?] = []
    var texts: [String] = []
    for piece in pieces[..<end] {
      switch piece.block {
      case .paragraph(let text, let marked):
        texts.append(text)
        markdown.append(marked)
      case .list(_, let items): item.items += items
      case .heading, .figure, .table, .quote: return nil
      default: texts.append(piece.block.plainText)
      }
    }
    guard texts.count <= 3 else { return nil }
    item.text = texts.joined(separator: "\n")
    item.markdown = texts.count == 1 ? markdown.first ?? nil : nil
  }

  private static func isList(_ piece: BlockBuilder.Piece) -> Bool {
    if case .list = piece.block { return true }
    return false
  }
}
