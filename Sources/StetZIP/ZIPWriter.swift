/// What stands round the files of a ZIP archive (APPNOTE 6.3.10), in the order in which it is written. All files are stored
/// as they are, so that any part of one can be read at its place.
///
/// Writes nothing itself: whoever has the bytes writes them behind each header.
///
///     out += zip.header("data.txt", length: 5, crc32: crc)
///     out += "hello".utf8
///     out += zip.end()
///
/// All files bear the first moment that ZIP knows, so that the same files give the same archive. Sizes, places and numbers
/// beyond 32 and 16 bits are written as ZIP64 has them (4.5.3), and only those.
public struct ZIPWriter: Sendable {
  private struct Entry {
    let name: [UInt8]
    let length: UInt64
    let crc32: UInt32
    let offset: UInt64
  }

  private static let limit = UInt64(UInt32.max)
  /// 1980-01-01 (4.4.6); the time is 0.
  private static let date: UInt16 = 1 << 5 | 1

  private var entries: [Entry] = []
  /// How many bytes there are so far, the content of files included.
  public private(set) var length: UInt64 = 0

  /// An archive without files.
  public init() {}

  /// What stands before a file's content.
  /// - Parameters:
  ///   - name: a path with `/`, in ASCII.
  ///   - length: of the content that follows, in bytes.
  ///   - crc32: of the content.
  public mutating func header(_ name: String, length: UInt64, crc32: UInt32) -> [UInt8] {
    let entry = Entry(name: Array(name.utf8), length: length, crc32: crc32, offset: self.length)
    entries.append(entry)
    let isLong = length >= Self.limit
    var out = ZIPBytes()
    out.add(UInt32(0x0403_4B50))
    out.add(Self.version(isLong))
    Self.addFacts(entry, isLong: isLong, to: &out)
    out.add(UInt16(entry.name.count))
    out.add(UInt16(isLong ? 20 : 0))
    out.add(entry.name)
    // Here both sizes have to stand, whichever is the long one.
    if isLong { out.addExtra([length, length]) }
    self.length += UInt64(out.bytes.count) + length
    return out.bytes
  }

  /// The directory, which ends the archive.
  public mutating func end() -> [UInt8] {
    let start = length
    var out = ZIPBytes()
    for entry in entries { Self.add(entry, to: &out) }
    let size = UInt64(out.bytes.count)
    let count = UInt64(entries.count)
    if start >= Self.limit || size >= Self.limit || count >= UInt64(UInt16.max) {
      out.add(UInt32(0x0606_4B50))
      out.add(UInt64(44))
      out.add(UInt16(3 << 8 | 45))
      out.add(UInt16(45))
      out.add(UInt32(0))
      out.add(UInt32(0))
      for number in [count, count, size, start] { out.add(number) }
      // Where the record above stands, and that there is one disk.
      out.add(UInt32(0x0706_4B50))
      out.add(UInt32(0))
      out.add(start + size)
      out.add(UInt32(1))
    }
    out.add(UInt32(0x0605_4B50))
    out.add(UInt16(0))
    out.add(UInt16(0))
    out.add(UInt16(clamping: count))
    out.add(UInt16(clamping: count))
    out.add(UInt32(clamping: size))
    out.add(UInt32(clamping: start))
    out.add(UInt16(0))
    length += UInt64(out.bytes.count)
    return out.bytes
  }

  /// The entry of the directory.
  private static func add(_ entry: Entry, to out: inout ZIPBytes) {
    let isLong = entry.length >= limit
    var extra = isLong ? [entry.length, entry.length] : []
    if entry.offset >= limit { extra.append(entry.offset) }
    out.add(UInt32(0x0201_4B50))
    // Made on Unix, so that the access rights below are read.
    out.add(UInt16(3 << 8) | version(!extra.isEmpty))
    out.add(version(!extra.isEmpty))
    addFacts(entry, isLong: isLong, to: &out)
    out.add(UInt16(entry.name.count))
    out.add(UInt16(extra.isEmpty ? 0 : 4 + extra.count * 8))
    out.add(UInt16(0))
    out.add(UInt16(0))
    out.add(UInt16(0))
    // A regular file that everybody reads and its owner writes.
    out.add(UInt32(0o100644) << 16)
    out.add(UInt32(clamping: entry.offset))
    out.add(entry.name)
    if !extra.isEmpty { out.addExtra(extra) }
  }

  /// Flags to sizes, which both headers have.
  private static func addFacts(_ entry: Entry, isLong: Bool, to out: inout ZIPBytes) {
    out.add(UInt16(0))
    out.add(UInt16(0))
    out.add(UInt16(0))
    out.add(date)
    out.add(entry.crc32)
    out.add(isLong ? .max : UInt32(entry.length))
    out.add(isLong ? .max : UInt32(entry.length))
  }

  /// What a reader has to know: 2.0, or 4.5 for ZIP64.
  private static func version(_ isLong: Bool) -> UInt16 { isLong ? 45 : 20 }
}
