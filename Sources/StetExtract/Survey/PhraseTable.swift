internal import StetModel

/// Looks for many phrases at once, in one pass over the bytes of a text.
///
/// Each position is asked by a hash of four bytes whether a phrase could start there; few can.
struct PhraseTable: Sendable {
  private let phrases: [[UInt8]]
  /// Phrases by the hash of their first four bytes: the first in the slot, and the next after each.
  private var first = [Int16](repeating: -1, count: 4096)
  private var next: [Int16]

  /// A search for phrases given in lower case, each of four bytes or more.
  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }
    next = [Int16](repeating: -1, count: phrases.count)
    for (index, phrase) in self.phrases.enumerated() {
      precondition(phrase.count >= 4, "a phrase is too short")
      let slot = Self.slot(phrase.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) })
      next[index] = first[slot]
      first[slot] = Int16(index)
    }
  }

  /// Whether one of the phrases stands in a text, whatever its case.
  func standsIn(_ text: String) -> Bool { standsIn(LowerCase.utf8(text)[...]) }

  /// Whether one of the phrases stands in the bytes.
  /// - Parameter bytes: in lower case, or in any case when the phrases are plain ASCII.
  func standsIn(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isFound = false
    each(in: bytes) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// Which of the phrases stand in the bytes, by their place in the list; each of them once, in the list's order.
  /// - Parameter bytes: in lower case, or in any case when the phrases are plain ASCII.
  func all(in bytes: ArraySlice<UInt8>) -> [Int] {
    var isFound = [Bool](repeating: false, count: phrases.count)
    each(in: bytes) { phrase in
      isFound[phrase] = true
      return true
    }
    return phrases.indices.filter { isFound[$0] }
  }

  /// Tells of each phrase where it stands, until it is told that this is enough.
  private func each(in bytes: ArraySlice<UInt8>, _ goesOn: (Int) -> Bool) {
    guard bytes.count >= 4 else { return }
    bytes.withUnsafeBytes { raw in
      let first = first.span
      let bytes = raw.bindMemory(to: UInt8.self)
      for start in 0..<(raw.count - 3) {
        let four = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt32.self))
        var candidate = Int(first[Self.slot(four)])
        while candidate >= 0 {
          if Self.stands(phrases[candidate], in: bytes, at: start), !goesOn(candidate) { return }
          candidate = Int(next[candidate])
        }
      }
    }
  }

  private static func stands(_ phrase: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + phrase.count <= bytes.count else { return false }
    for index in phrase.indices where ASCII.lowercased(bytes[start + index]) != phrase[index] { return false }
    return true
  }

  /// By four bytes, the first one lowest; letters count as one in either case, as do some other bytes.
  @inline(__always)
  private static func slot(_ four: UInt32) -> Int { Int(((four | 0x2020_2020) &* 0x9E37_79B1) >> 20) }
}
