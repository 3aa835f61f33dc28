/// A hash table from addresses to names, open addressing, never more than half full.
struct AddressTable {
  struct Entry {
    var address: UInt = 0
    var known: UInt8 = 0
    var other: UInt16 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 256)
  private var count = 0

  func find(_ address: UInt) -> Entry? {
    var slot = Self.hash(address) & (entries.count - 1)
    while entries[slot].address != 0 {
      if entries[slot].address == address { return entries[slot] }
      slot = (slot + 1) & (entries.count - 1)
    }
    return nil
  }

  mutating func insert(_ address: UInt, known: UInt8, other: UInt16) {
    if (count + 1) * 2 > entries.count { grow() }
    place(Entry(address: address, known: known, other: other))
    count += 1
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.address != 0 { place(entry) }
  }

  private mutating func place(_ entry: Entry) {
    var slot = Self.hash(entry.address) & (entries.count - 1)
    while entries[slot].address != 0 { slot = (slot + 1) & (entries.count - 1) }
    entries[slot] = entry
  }

  private static func hash(_ address: UInt) -> Int {
    Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
