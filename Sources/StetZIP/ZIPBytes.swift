/// Numbers as ZIP writes them: the lowest byte first.
struct ZIPBytes {
  private(set) var bytes: [UInt8] = []

  mutating func add<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ bytes: [UInt8]) { self.bytes += bytes }

  /// The extra field of ZIP64 (4.5.3).
  mutating func addExtra(_ numbers: [UInt64]) {
    add(UInt16(1))
    add(UInt16(numbers.count * 8))
    for number in numbers { add(number) }
  }
}
