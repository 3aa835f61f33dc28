/// A hash table from 64 bits that are well mixed already, open addressing, never more than half full.
///
/// Swift's own protects itself against keys that were chosen to collide, and spends more on it than a page's elements are
/// worth: names of classes that collide here make one page slow to read, within its limit of names.
struct MixedTable<Value> {
  /// 0 where there is nothing: such a key is another one here.
  private var keys = [UInt64](repeating: 0, count: 64)
  private var values = [Value?](repeating: nil, count: 64)
  private var count = 0

  /// All values, in no order.
  var all: some Sequence<Value> { values.lazy.compactMap(\.self) }

  /// The value of a key; nil when there is none.
  func find(_ key: UInt64) -> Value? { values[slot(of: key)] }

  /// Sets the value of a key.
  /// - Returns: the one before.
  @discardableResult
  mutating func replace(_ key: UInt64, with value: Value) -> Value? {
    let slot = slot(of: key)
    let old = values[slot]
    keys[slot] = Self.stored(key)
    values[slot] = value
    if old == nil {
      count += 1
      if count * 2 > keys.count { grow() }
    }
    return old
  }

  private static func stored(_ key: UInt64) -> UInt64 { key == 0 ? 0x9E37_79B9_7F4A_7C15 : key }

  private func slot(of key: UInt64) -> Int {
    let key = Self.stored(key)
    var slot = Int(truncatingIfNeeded: (key ^ key >> 32) & UInt64(keys.count - 1))
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 4)
    values = [Value?](repeating: nil, count: oldKeys.count * 4)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let slot = slot(of: oldKeys[index])
      keys[slot] = oldKeys[index]
      values[slot] = oldValues[index]
    }
  }
}
