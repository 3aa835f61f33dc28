/// Numbers for stretches of bytes.
///
/// Open addressing over one array of bytes: nothing is allocated for each. The hash is keyed anew in every process, so that
/// no page can be written to fill one slot; what is numbered how does not depend on it.
struct SpellingTable {
  private struct Entry {
    let hash: UInt64
    let start: Int
    let count: Int
    let number: Int32
  }

  private static let key = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Indexes of entries; −1 is free.
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)

  /// How many spellings there are.
  var count: Int { entries.count }

  /// The number of a spelling; nil when it is new.
  func number(of spelling: UnsafeBufferPointer<UInt8>) -> Int32? {
    let index = slots[slot(of: spelling, Self.hash(spelling))]
    return index < 0 ? nil : entries[Int(index)].number
  }

  /// The number of a spelling, counted from 0 in the order in which they come.
  mutating func numbered(_ spelling: UnsafeBufferPointer<UInt8>) -> Int32 {
    if let known = number(of: spelling) { return known }
    let next = Int32(entries.count)
    add(spelling, as: next)
    return next
  }

  /// Gives a new spelling a number, which others may have too.
  mutating func add(_ spelling: UnsafeBufferPointer<UInt8>, as number: Int32) {
    if entries.count * 2 >= slots.count { grow() }
    let hash = Self.hash(spelling)
    slots[slot(of: spelling, hash)] = Int32(entries.count)
    entries.append(Entry(hash: hash, start: bytes.count, count: spelling.count, number: number))
    bytes.append(contentsOf: spelling)
  }

  /// The slot in which a spelling stands, or would.
  private func slot(of spelling: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.count == spelling.count, holds(spelling, at: entry.start) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func holds(_ spelling: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for (offset, byte) in spelling.enumerated() where bytes[start + offset] != byte { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// Eight bytes at a time, each multiplied into what came before.
  private static func hash(_ spelling: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(spelling)
    var hash = key.0 ^ UInt64(truncatingIfNeeded: spelling.count)
    var offset = 0
    while offset + 8 <= raw.count {
      hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset += 1
    }
    return fold(hash ^ rest)
  }

  private static func fold(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: key.1 | 1)
    return product.high ^ product.low
  }
}
