/// The files in a ZIP archive (APPNOTE.TXT 6.3.10), as far as WACZ needs it: where the stored ones stand.
public struct ZIPDirectory: Sendable, Hashable {
  /// A file in the archive.
  public struct Entry: Sendable, Hashable {
    /// Its name, with folders.
    public let name: String
    /// Where its bytes stand in the archive; nil when they are compressed by ZIP, and so cannot be read in place.
    public let range: Range<Int>?
  }

  /// The files, in the order of the directory.
  public let entries: [Entry]

  private static let maximumDirectoryBytes = 64 << 20

  /// Reads the directory at the end of a file; nil when the file is no ZIP archive.
  /// - Throws: `WARCError`: `damaged` when the directory contradicts itself or the file; `cannotRead`.
  public init?(_ file: WARCFile) throws(WARCError) {
    guard try file.read(4, at: 0).starts(with: [0x50, 0x4B]) else { return nil }
    // The end record is 22 bytes and a comment of at most 65,535.
    let tailStart = max(0, file.length - 22 - 65535)
    let tail = try Self.bytes(file, tailStart, file.length - tailStart)
    guard let end = Self.endRecord(in: tail) else { throw Self.damaged(file) }
    var count = tail.number(end + 10, 2)
    var size = tail.number(end + 12, 4)
    var start = tail.number(end + 16, 4)
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      // ZIP64: a locator stands before the end record, and names another one.
      guard end >= 20, tail.number(end - 20, 4) == 0x0706_4B50 else { throw Self.damaged(file) }
      let record = try Self.bytes(file, tail.number(end - 12, 8), 56)
      guard record.number(0, 4) == 0x0606_4B50 else { throw Self.damaged(file) }
      (count, size, start) = (record.number(32, 8), record.number(40, 8), record.number(48, 8))
    }
    guard size <= Self.maximumDirectoryBytes else { throw Self.damaged(file) }
    let directory = try Self.bytes(file, start, size)
    var entries: [Entry] = []
    var index = 0
    for _ in 0..<count {
      guard index + 46 <= directory.count, directory.number(index, 4) == 0x0201_4B50 else { throw Self.damaged(file) }
      let nameLength = directory.number(index + 28, 2)
      let extraLength = directory.number(index + 30, 2)
      let next = index + 46 + nameLength + extraLength + directory.number(index + 32, 2)
      guard next <= directory.count else { throw Self.damaged(file) }
      let extraStart = index + 46 + nameLength
      let name = String(decoding: directory[(index + 46)..<extraStart], as: UTF8.self)
      let sizes = Self.sizes(directory, index, extraStart..<extraStart + extraLength)
      let isStored = directory.number(index + 10, 2) == 0 && directory.number(index + 8, 2) & 1 == 0
      let range = isStored ? try Self.range(file, header: sizes.header, length: sizes.packed) : nil
      entries.append(Entry(name: name, range: range))
      index = next
    }
    self.entries = entries
  }

  private static func endRecord(in tail: [UInt8]) -> Int? {
    var index = tail.count - 22
    while index >= 0 {
      if tail.number(index, 4) == 0x0605_4B50, index + 22 + tail.number(index + 20, 2) == tail.count { return index }
      index -= 1
    }
    return nil
  }

  /// The packed length and the place of the local header, from the ZIP64 extra field where they do not fit 32 bits.
  private static func sizes(_ bytes: [UInt8], _ entry: Int, _ extra: Range<Int>) -> (packed: Int, header: Int) {
    var packed = bytes.number(entry + 20, 4)
    var header = bytes.number(entry + 42, 4)
    var index = extra.lowerBound
    while index + 4 <= extra.upperBound {
      let end = index + 4 + bytes.number(index + 2, 2)
      if bytes.number(index, 2) == 1, end <= extra.upperBound {
        var field = index + 4
        if bytes.number(entry + 24, 4) == 0xFFFF_FFFF { field += 8 }
        if packed == 0xFFFF_FFFF, field + 8 <= end {
          packed = bytes.number(field, 8)
          field += 8
        }
        if header == 0xFFFF_FFFF, field + 8 <= end { header = bytes.number(field, 8) }
      }
      index = end
    }
    return (packed, header)
  }

  /// Where the bytes behind a local header stand: its name and extra field have lengths of their own.
  private static func range(_ file: WARCFile, header: Int, length: Int) throws(WARCError) -> Range<Int> {
    let local = try bytes(file, header, 30)
    guard local.number(0, 4) == 0x0403_4B50 else { throw damaged(file) }
    let start = header + 30 + local.number(26, 2) + local.number(28, 2)
    guard start <= file.length, length <= file.length - start else { throw damaged(file) }
    return start..<start + length
  }

  /// So many bytes, whole.
  private static func bytes(_ file: WARCFile, _ offset: Int, _ count: Int) throws(WARCError) -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= file.length, count <= file.length - offset else { throw damaged(file) }
    var bytes: [UInt8] = []
    while bytes.count < count {
      let piece = try file.read(count - bytes.count, at: offset + bytes.count)
      guard !piece.isEmpty else { throw damaged(file) }
      bytes += piece
    }
    return bytes
  }

  private static func damaged(_ file: WARCFile) -> WARCError {
    WARCError(
      .damaged, "Cannot read '\(file.path)' as a ZIP archive: its directory is not whole. Get the file again.")
  }
}

extension [UInt8] {
  /// A little-endian number of at most 8 bytes; -1 when it is not there or too large.
  fileprivate func number(_ offset: Int, _ length: Int) -> Int {
    guard offset >= 0, offset + length <= count else { return -1 }
    let number = self[offset..<offset + length].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: number) ?? -1
  }
}
