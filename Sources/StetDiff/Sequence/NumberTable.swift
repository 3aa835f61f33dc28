/// Small numbers for large ones, from 0 in the order in which they come.
///
/// Open addressing; the hash is keyed anew in every process, so that no text can be written to fill one slot.
struct NumberTable {
  private static let key = UInt64.random(in: .min ... .max)

  private var keys: [UInt64] = []
  /// Indexes of `keys`; −1 is free.
  private var slots: [Int32]

  /// - Parameter capacity: How many numbers are expected.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// How many numbers have come.
  var count: Int { keys.count }

  /// The small number for a large one, which may be new.
  mutating func number(of key: UInt64) -> Int32 {
    if keys.count * 2 >= slots.count { grow() }
    let slot = slot(of: key)
    if slots[slot] < 0 {
      slots[slot] = Int32(keys.count)
      keys.append(key)
    }
    return slots[slot]
  }

  /// The small number for a large one that has come; nil for others.
  func known(_ key: UInt64) -> Int32? {
    let number = slots[slot(of: key)]
    return number < 0 ? nil : number
  }

  /// The slot in which a number stands, or would.
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    let product = (key ^ Self.key).multipliedFullWidth(by: Self.key | 1)
    var slot = Int(truncatingIfNeeded: product.high ^ product.low) & mask
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (index, key) in keys.enumerated() { slots[slot(of: key)] = Int32(index) }
  }
}
