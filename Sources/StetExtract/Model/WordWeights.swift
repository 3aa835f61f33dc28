/// What words say, by their hashes.
struct WordWeights: Sendable {
  private var hashes: [UInt32]
  private var weights: [Int8]
  private let mask: Int

  init(_ reader: inout BlockTable.Reader) {
    let count = reader.number(2)
    var capacity = 16
    while capacity < 2 * count { capacity *= 2 }
    mask = capacity - 1
    hashes = [UInt32](repeating: 0, count: capacity)
    weights = [Int8](repeating: 0, count: capacity)
    for _ in 0..<count {
      let hash = UInt32(reader.number(4))
      var slot = Int(hash) & mask
      while hashes[slot] != 0 { slot = (slot + 1) & mask }
      hashes[slot] = hash
      weights[slot] = Int8(truncatingIfNeeded: reader.number(1))
    }
  }

  /// What a word says; nil when it is not known.
  func find(_ hash: UInt32) -> Int? {
    var slot = Int(hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return Int(weights[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
