internal import StetHTML
internal import StetModel

/// The long blocks of a text that stand in it twice, in different boxes.
struct LongCopies {
  /// By the words of a block: the box in which they stand first.
  private var first: [UInt64: Int] = [:]
  /// By box: how many long blocks it has, and how many of them another box has said before.
  private var boxes: [Int: (long: Int, again: Int)] = [:]

  init(_ pieces: [BlockBuilder.Piece], in document: HTMLDocument) {
    for piece in pieces where Self.isLong(piece) {
      let box = document.parent(piece.node)
      let words = Self.words(piece)
      let before = first[words]
      if before == nil { first[words] = box }
      boxes[box, default: (0, 0)].long += 1
      if let before, before != box { boxes[box, default: (0, 0)].again += 1 }
    }
  }

  /// Whether a block is long enough that it is not said twice by chance.
  static func isLong(_ piece: BlockBuilder.Piece) -> Bool { piece.block.plainText.utf8.count > 80 }

  /// Whether a block stands in an earlier box too, and most of what its own box says does.
  func isCopy(_ piece: BlockBuilder.Piece, in document: HTMLDocument) -> Bool {
    guard Self.isLong(piece) else { return false }
    let box = document.parent(piece.node)
    guard let counts = boxes[box], 2 * counts.again > counts.long else { return false }
    return first[Self.words(piece)] != box
  }

  private static func words(_ piece: BlockBuilder.Piece) -> UInt64 { WordHash.of(piece.block.plainText.utf8) }
}
