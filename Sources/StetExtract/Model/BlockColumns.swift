/// The rows of a page's blocks turned into columns, thirty-two blocks at once: a byte of each number for each of them.
struct BlockColumns {
  /// How many blocks a group has.
  static let blocks = 32

  /// How many blocks there are.
  let count: Int
  /// The values of a row.
  let width: Int
  /// By group, column and half of the group: a byte for each block. The last group is filled up with the last block.
  ///
  /// Halves, for wider vectors are not computed as such.
  private(set) var values: [SIMD16<UInt8>]
  /// By column: the least and the most that any block has.
  private(set) var least: [UInt8]
  private(set) var most: [UInt8]

  var groups: Int { (count + Self.blocks - 1) / Self.blocks }

  /// - Precondition: rows have eight values or more.
  init(_ rows: [UInt8], width: Int) {
    self.width = width
    count = rows.count / width
    (values, least, most) = ([], [], [])
    turn(rows)
    findLimits(rows)
  }

  /// Eight rows by eight columns at a time; where the columns come to no multiple of eight, some of them twice.
  private mutating func turn(_ rows: [UInt8]) {
    let (count, width, groups) = (count, width, groups)
    values = [SIMD16<UInt8>](unsafeUninitializedCapacity: 2 * groups * width) { values, initialized in
      let output = UnsafeMutableRawBufferPointer(values)
      rows.withUnsafeBytes { rows in
        for first in stride(from: 0, to: groups * Self.blocks, by: 8) {
          let place = first / Self.blocks * width * Self.blocks + first % Self.blocks
          for start in stride(from: 0, to: width, by: 8) {
            let column = min(start, width - 8)
            func row(_ offset: Int) -> UInt64 {
              let block = min(first + offset, count - 1)
              return UInt64(littleEndian: rows.loadUnaligned(fromByteOffset: block * width + column, as: UInt64.self))
            }
            var (a, b, c, d) = (row(0), row(1), row(2), row(3))
            var (e, f, g, h) = (row(4), row(5), row(6), row(7))
            // Byte n of word m becomes byte m of word n: bytes change places, then pairs, then halves.
            Self.change(&a, &b, &c, &d, 8, 0x00FF_00FF_00FF_00FF)
            Self.change(&e, &f, &g, &h, 8, 0x00FF_00FF_00FF_00FF)
            Self.change(&a, &c, &b, &d, 16, 0x0000_FFFF_0000_FFFF)
            Self.change(&e, &g, &f, &h, 16, 0x0000_FFFF_0000_FFFF)
            Self.change(&a, &e, &b, &f, 32, 0xFFFF_FFFF)
            Self.change(&c, &g, &d, &h, 32, 0xFFFF_FFFF)
            let first = place + column * Self.blocks
            func store(_ word: UInt64, _ offset: Int) {
              output.storeBytes(of: word.littleEndian, toByteOffset: first + offset * Self.blocks, as: UInt64.self)
            }
            store(a, 0)
            store(b, 1)
            store(c, 2)
            store(d, 3)
            store(e, 4)
            store(f, 5)
            store(g, 6)
            store(h, 7)
          }
        }
      }
      initialized = 2 * groups * width
    }
  }

  /// Lets the upper of each two parts of a word change places with the lower one of another word, twice.
  @inline(__always)
  private static func change(
    _ one: inout UInt64, _ other: inout UInt64, _ third: inout UInt64, _ fourth: inout UInt64, _ bits: UInt64,
    _ mask: UInt64
  ) {
    let difference = (one &>> bits ^ other) & mask
    other ^= difference
    one ^= difference &<< bits
    let next = (third &>> bits ^ fourth) & mask
    fourth ^= next
    third ^= next &<< bits
  }

  private mutating func findLimits(_ rows: [UInt8]) {
    least = [UInt8](repeating: .max, count: width)
    most = [UInt8](repeating: .min, count: width)
    let (count, width) = (count, width)
    rows.withUnsafeBufferPointer { rows in
      least.withUnsafeMutableBufferPointer { least in
        most.withUnsafeMutableBufferPointer { most in
          for block in 0..<count {
            let row = UnsafeBufferPointer(rebasing: rows[block * width..<(block + 1) * width])
            for column in 0..<width {
              least[column] = min(least[column], row[column])
              most[column] = max(most[column], row[column])
            }
          }
        }
      }
    }
  }
}
