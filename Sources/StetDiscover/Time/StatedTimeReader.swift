internal import StetModel

/// Reads the times of feeds and sitemaps; see `StatedTime.init(_:)`.
struct StatedTimeReader {
  /// Longer texts are no times.
  static let maximumBytes = 100

  private let bytes: [UInt8]
  private var index = 0

  static func read(_ text: [UInt8]) -> StatedTime? {
    let trimmed = text.drop { $0 <= 0x20 }
    guard let first = trimmed.first else { return nil }
    if ASCII.isDigit(first) {
      var reader = StatedTimeReader(bytes: Array(trimmed))
      if let time = reader.iso() { return time }
    }
    return WordedTimeReader.read(Array(trimmed))
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  // MARK: ISO 8601

  private mutating func iso() -> StatedTime? {
    guard let year = digits(4) else { return nil }
    var fields = TimeFields(year: year)
    if take(0x2D) || take(0x2F) {
      guard let month = digits(2) ?? digits(1) else { return nil }
      fields.month = month
      if take(0x2D) || take(0x2F) {
        guard let day = digits(2) ?? digits(1) else { return nil }
        fields.day = day
      }
    } else if let month = digits(2) {
      guard let day = digits(2) else { return nil }
      fields.month = month
      fields.day = day
    }
    if fields.day != nil, take(0x54) || take(0x74) || skipSpace(), index < bytes.count, !clock(&fields) { return nil }
    skipSpace()
    return index == bytes.count ? fields.time : nil
  }

  /// `15:40`, `154003`, `15:40:03.25`, and the offset; nothing at all is right too.
  private mutating func clock(_ fields: inout TimeFields) -> Bool {
    guard let hour = digits(2) ?? digits(1) else { return false }
    fields.hour = hour
    if take(0x3A) || peek.map(ASCII.isDigit) ?? false {
      guard let minute = digits(2) else { return false }
      fields.minute = minute
      if take(0x3A) || peek.map(ASCII.isDigit) ?? false {
        guard let second = digits(2) else { return false }
        fields.second = second
        if take(0x2E) || take(0x2C) {
          while let byte = peek, ASCII.isDigit(byte) { index += 1 }
        }
      }
    }
    skipSpace()
    guard index < bytes.count else { return true }
    let rest = bytes[index...].prefix { $0 > 0x20 }
    guard let offset = TimeZoneName.offset(Array(rest)) else { return false }
    fields.offset = offset
    index += rest.count
    return true
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count, bytes[index..<index + count].allSatisfy(ASCII.isDigit) else { return nil }
    defer { index += count }
    return bytes[index..<index + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = index
    while let byte = peek, byte <= 0x20 { index += 1 }
    return index > start
  }
}
