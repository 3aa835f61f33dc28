/// A fixed table from words to values, searched by hash alone.
///
/// Words are compared by 64 bits of FNV-1a over their lower-case bytes: two of the few thousand words on a page meeting
/// by chance is out of the question, and a wrong hint would do no harm.
struct WordTable<Value: Sendable>: Sendable {
  private var hashes: [UInt64]
  private var values: [Value]
  private let missing: Value

  /// `capacity` is a power of two, at least twice the number of words.
  init(capacity: Int, missing: Value) {
    hashes = [UInt64](repeating: 0, count: capacity)
    values = [Value](repeating: missing, count: capacity)
    self.missing = missing
  }

  /// Adds a word; one that is there already gets both values by `merge`.
  mutating func insert(_ word: some Sequence<UInt8>, _ value: Value, merge: (Value, Value) -> Value) {
    insert(hash: WordHash.of(word), value, merge: merge)
  }

  /// Adds every word of a text in which space and line ends part words, and `_` stands for a space within one.
  mutating func insert(wordsOf text: StaticString, _ value: Value, merge: (Value, Value) -> Value) {
    text.withUTF8Buffer { bytes in
      var hash = WordHash.start
      for byte in bytes {
        if byte > 0x20 {
          hash = WordHash.adding(byte == UInt8(ascii: "_") ? 0x20 : byte, to: hash)
        } else if hash != WordHash.start {
          insert(hash: hash, value, merge: merge)
          hash = WordHash.start
        }
      }
      if hash != WordHash.start { insert(hash: hash, value, merge: merge) }
    }
  }

  private mutating func insert(hash: UInt64, _ value: Value, merge: (Value, Value) -> Value) {
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (hashes.count - 1) }
    values[slot] = hashes[slot] == hash ? merge(values[slot], value) : value
    hashes[slot] = hash
  }

  /// The value of the word with this hash.
  func find(_ hash: UInt64) -> Value {
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return values[slot] }
      slot = (slot + 1) & (hashes.count - 1)
    }
    return missing
  }
}
