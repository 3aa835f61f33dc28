internal import StetModel

/// Looks for all the signs of one place at once, in one pass over the bytes.
///
/// Each position is asked by a hash of four bytes whether a sign could start there; few can.
struct SignSearch: Sendable {
  private let signs: [WarningSign]
  private let patterns: [[UInt8]]
  /// Signs by the hash of their first four bytes: the first in the slot, and the next after each.
  private var first = [Int16](repeating: -1, count: 4096)
  private var next: [Int16]

  /// A search for the signs of the table that are looked for in one place.
  init(_ place: WarningSign.Place) {
    signs = WarningSigns.all.filter { $0.place == place }
    patterns = signs.map { Array($0.sign.utf8) }
    next = [Int16](repeating: -1, count: signs.count)
    for (index, pattern) in patterns.enumerated() where pattern.count >= 4 {
      let slot = Self.slot(pattern.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) })
      next[index] = first[slot]
      first[slot] = Int16(index)
    }
  }

  /// The signs that stand in the bytes, each once, in the order of the table.
  /// - Parameter bytes: in lower case, or in any case when the signs are plain ASCII.
  func found(in bytes: [UInt8]) -> [WarningSign] {
    guard bytes.count >= 4 else { return [] }
    var isFound = [Bool](repeating: false, count: signs.count)
    bytes.withUnsafeBytes { raw in
      let first = first.span
      let bytes = raw.bindMemory(to: UInt8.self)
      for start in 0..<(raw.count - 3) {
        let four = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt32.self))
        var candidate = Int(first[Self.slot(four)])
        while candidate >= 0 {
          if !isFound[candidate] { isFound[candidate] = Self.stands(patterns[candidate], in: bytes, at: start) }
          candidate = Int(next[candidate])
        }
      }
    }
    return signs.indices.filter { isFound[$0] }.map { signs[$0] }
  }

  private static func stands(_ pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + pattern.count <= bytes.count else { return false }
    for index in pattern.indices where ASCII.lowercased(bytes[start + index]) != pattern[index] { return false }
    return true
  }

  /// By four bytes, the first one lowest; letters count as one in either case, as do some other bytes.
  @inline(__always)
  private static func slot(_ four: UInt32) -> Int { Int(((four | 0x2020_2020) &* 0x9E37_79B1) >> 20) }
}
