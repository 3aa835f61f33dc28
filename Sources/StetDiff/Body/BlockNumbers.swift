internal import StetModel

/// Numbers for blocks, from 0 in the order in which they come: the same exactly for equal ones.
struct BlockNumbers {
  /// Paragraphs, which most blocks are, by their text alone.
  private var paragraphs: [String: Int32]
  private var others: [Block: Int32] = [:]
  private var next: Int32 = 0

  /// - Parameter capacity: How many different blocks are expected.
  init(capacity: Int) { paragraphs = Dictionary(minimumCapacity: capacity) }

  /// The number of a block, which may be new.
  mutating func number(of block: Block) -> Int32 {
    let number =
      if case .paragraph(let text, nil) = block {
        Self.number(of: text, in: &paragraphs, next)
      } else {
        Self.number(of: block, in: &others, next)
      }
    if number == next { next += 1 }
    return number
  }

  /// The number that a key has, else the next one; looked up once.
  private static func number<Key>(of key: Key, in table: inout [Key: Int32], _ next: Int32) -> Int32 {
    func read(_ number: inout Int32) -> Int32 { number }
    return read(&table[key, default: next])
  }
}
