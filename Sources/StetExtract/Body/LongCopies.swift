internal import StetHTML
internal import StetModel

/// The long blocks of a text that stand in it twice, in different boxes.
struct LongCopies {
  /// By the words of a block: the box in which they stand first.
  private var first = MixedTable<Int>()
  /// By box: how many long blocks it has, and how many of them another box has said before.
  private var boxes: [Int: (long: Int, again: Int)] = [:]
  /// By block: its words as one number; nil of blocks that are not long enough to be said twice only by mistake.
  private let words: [UInt64?]

  init(_ pieces: [BlockBuilder.Piece], in document: HTMLDocument) {
    words = pieces.map { Self.words($0.block.plainText) }
    for (piece, words) in zip(pieces, words) {
      guard let words else { continue }
      let box = document.parent(piece.node)
      let before = first.find(words)
      if before == nil { first.replace(words, with: box) }
      boxes[box, default: (0, 0)].long += 1
      if let before, before != box { boxes[box, default: (0, 0)].again += 1 }
    }
  }

  /// Whether a block is long enough that it is not said twice by chance.
  func isLong(_ index: Int) -> Bool { words[index] != nil }

  /// Whether a block stands in an earlier box too, and most of what its own box says does.
  func isCopy(_ piece: BlockBuilder.Piece, at index: Int, in document: HTMLDocument) -> Bool {
    guard let words = words[index] else { return false }
    let box = document.parent(piece.node)
    guard let counts = boxes[box], 2 * counts.again > counts.long else { return false }
    return first.find(words) != box
  }

  private static func words(_ text: String) -> UInt64? {
    guard text.utf8.count > 80 else { return nil }
    var text = text
    return text.withUTF8(SignalMemo.mixed)
  }
}
