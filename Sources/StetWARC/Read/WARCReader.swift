/// Reads the records of a WARC file, one after the other, in memory that does not grow with the file.
///
/// Written for what is found: WARC/1.0 and 1.1, with gzip or without, one member for each record or for many, addresses
/// in angle brackets or without, lines that end in LF, folded fields, more or fewer line ends between records than there
/// should be, a missing one at the very end. What is not whole is an error, whose offset says up to where the file is.
///
///     while let entry = try reader.next() {
///       guard entry.head.type == .response else { continue }  // the block is passed over
///       let block = try reader.block(maximumBytes: 16 << 20)
///       …
///     }
public final class WARCReader {
  /// The longest head of a record that is read, in bytes.
  public static let maximumHeadBytes = 1 << 20

  private let bytes: WARCBytes
  private var entry: WARCEntry?
  /// How much of the block is still to come.
  private var rest = 0
  private var isFirst = true
  private var failure: WARCError?

  /// A reader of what a closure gives, piece by piece; no bytes mean the end.
  /// - Parameter offset: where the first piece stands in its file, for the offsets that are reported.
  public init(offset: Int = 0, source: @escaping () throws(WARCError) -> [UInt8]) {
    bytes = WARCBytes(offset: offset, source: source)
  }

  /// A reader of bytes in memory.
  public convenience init(_ content: [UInt8], offset: Int = 0) {
    var rest = content
    self.init(offset: offset) { () throws(WARCError) -> [UInt8] in
      defer { rest = [] }
      return rest
    }
  }

  /// The next record's head; nil at the end of the file. What is left of the block before is passed over.
  /// - Throws: `WARCError`: `notWARC`, `truncated`, `damaged`, `garbage`, `malformedHead`, `headTooLong`, `cannotRead`.
  ///   From then on the same again, unless `resume()` finds a record behind the trouble.
  public func next() throws(WARCError) -> WARCEntry? {
    _ = try finish()
    return try guarded { () throws(WARCError) -> WARCEntry? in try readHead() }
  }

  /// The next record, whole; nil at the end of the file.
  /// - Throws: as `next()`, and `blockTooLong`, after which reading goes on with the record behind.
  public func record(maximumBlockBytes: Int) throws(WARCError) -> StoredWARCRecord? {
    guard let entry = try next() else { return nil }
    let block = try block(maximumBytes: maximumBlockBytes)
    let length = try finish()
    return StoredWARCRecord(record: WARCRecord(head: entry.head, block: block), offset: entry.offset, length: length)
  }

  /// What is left of the block.
  /// - Throws: as `next()`, and `blockTooLong` when it is more than the limit; `piece()` reads it all the same.
  public func block(maximumBytes: Int) throws(WARCError) -> [UInt8] {
    guard rest <= maximumBytes else {
      throw WARCError(
        .blockTooLong,
        "Cannot read the record at byte \(entry?.offset ?? 0): it holds \(rest) bytes, and \(maximumBytes) is the most "
          + "that is read of one. Go on with the next record.", offset: entry?.offset)
    }
    var block: [UInt8] = []
    block.reserveCapacity(rest)
    while case let piece = try piece(), !piece.isEmpty { block += piece }
    return block
  }

  /// The next piece of the block; empty at its end.
  /// - Throws: as `next()`.
  public func piece() throws(WARCError) -> ArraySlice<UInt8> {
    guard rest > 0 else { return [] }
    return try guarded { () throws(WARCError) -> ArraySlice<UInt8> in
      try refill()
      let piece = bytes.ready.prefix(rest)
      rest -= piece.count
      bytes.skip(piece.count)
      return piece
    }
  }

  /// Passes over what is left of the record.
  /// - Returns: its length on disk; nil when it shares a gzip member with others, or no record was begun.
  /// - Throws: as `next()`.
  public func finish() throws(WARCError) -> Int? {
    guard let entry else { return nil }
    while try !piece().isEmpty {}
    return try guarded { () throws(WARCError) -> Int? in
      try skipLineEnds(2)
      self.entry = nil
      guard bytes.isGzip else { return bytes.memberEnd - entry.offset }
      guard try bytes.isAtMemberEnd(), entry.offsetInMember == 0 else { return nil }
      return bytes.memberEnd - entry.offset
    }
  }

  /// Goes on behind what could not be read: to the next gzip member, or to the next line that starts like a record. Where
  /// nothing went wrong it does nothing.
  /// - Returns: whether there is anything; false too when the file could not be read, or ended too early.
  /// - Throws: `cannotRead`.
  public func resume() throws(WARCError) -> Bool {
    guard let failure else { return true }
    if [.cannotRead, .truncated].contains(failure.code) { return false }
    self.failure = nil
    entry = nil
    rest = 0
    isFirst = false
    if bytes.isGzip { return try bytes.seekMember() }
    // Whoever failed in the middle of a line failed at its first bytes, which are not these.
    let mark = Array("WARC/".utf8)
    while true {
      while bytes.ready.count < mark.count { guard try bytes.fill() else { return false } }
      if bytes.ready.starts(with: mark) { return true }
      while !bytes.ready.contains(0x0A) {
        bytes.skip(bytes.ready.count)
        guard try bytes.fill() else { return false }
      }
      bytes.skip(bytes.ready.prefix { $0 != 0x0A }.count + 1)
    }
  }

  /// What lies ready of the file without its gzip, whatever it is; nil at the end. Not to be mixed with the others.
  func rawPiece() throws(WARCError) -> ArraySlice<UInt8>? {
    if bytes.ready.isEmpty { guard try more() else { return nil } }
    let piece = bytes.ready
    bytes.skip(piece.count)
    return piece
  }

  private func readHead() throws(WARCError) -> WARCEntry? {
    try skipLineEnds(.max)
    while try bytes.isAtMemberEnd(), try bytes.nextMember() { try skipLineEnds(.max) }
    guard !bytes.ready.isEmpty else {
      guard isFirst else { return nil }
      throw WARCError(.notWARC, "Cannot read the file as WARC: it is empty. Check that it is the right one.", offset: 0)
    }
    let offset = bytes.isGzip ? bytes.memberStart : bytes.memberStart + bytes.positionInMember
    let offsetInMember = bytes.isGzip ? bytes.positionInMember : 0
    var lines = HeadLines(offset: offset)
    repeat {
      let line = try line(offset, &lines)
      if lines.isEmpty, !line.starts(with: "WARC/".utf8) { throw noRecord(offset) }
      guard try lines.add(line) else { break }
    } while true
    isFirst = false
    let head = lines.head
    guard let length = head.contentLength else {
      throw lines.malformed("it has no Content-Length")
    }
    rest = length
    let entry = WARCEntry(head: head, offset: offset, offsetInMember: offsetInMember, blockLength: length)
    self.entry = entry
    return entry
  }

  /// Gets more ready, of the next member where this one has no more: some compress a file in members that have nothing to
  /// do with its records.
  private func more() throws(WARCError) -> Bool {
    repeat {
      if try bytes.fill() { return true }
    } while try bytes.nextMember()
    return false
  }

  /// The next line without its end.
  private func line(_ offset: Int, _ lines: inout HeadLines) throws(WARCError) -> ArraySlice<UInt8> {
    var searched = 0
    while true {
      let ready = bytes.ready
      if let feed = ready.dropFirst(searched).firstIndex(of: 0x0A) {
        let line = ready[..<feed]
        bytes.skip(line.count + 1)
        return line.last == 0x0D ? line.dropLast() : line
      }
      searched = ready.count
      if lines.isEmpty, !"WARC/".utf8.starts(with: ready.prefix(5)) { throw noRecord(offset) }
      guard searched <= Self.maximumHeadBytes else {
        bytes.skip(searched)
        throw lines.tooLong
      }
      guard try more() else { throw truncated(offset) }
    }
  }

  /// Makes sure that something lies ready in the middle of a record.
  private func refill() throws(WARCError) {
    while bytes.ready.isEmpty {
      guard try more() else { throw truncated(entry?.offset ?? 0) }
    }
  }

  private func skipLineEnds(_ maximum: Int) throws(WARCError) {
    var count = 0
    while count < maximum, try !bytes.isAtMemberEnd() {
      if bytes.ready.first == 0x0D, bytes.ready.count == 1, try !more() {
        // Half a line end, where the file was cut.
        bytes.skip(1)
      } else if bytes.ready.starts(with: [0x0D, 0x0A]) {
        bytes.skip(2)
      } else if bytes.ready.first == 0x0A {
        bytes.skip(1)
      } else {
        return
      }
      count += 1
    }
  }

  private func noRecord(_ offset: Int) -> WARCError {
    isFirst
      ? WARCError(
        .notWARC, "Cannot read the file as WARC: it does not start with a record. Check that it is the right one.",
        offset: offset)
      : WARCError(
        .garbage,
        "Cannot read on from byte \(offset): what stands there is no record. "
          + "Get the file again, or go without the rest.", offset: offset)
  }

  private func truncated(_ offset: Int) -> WARCError {
    WARCError(
      .truncated,
      "Cannot read on: the file ends in the middle of a record, and is whole up to byte \(offset). "
        + "Get the file again, or go without the rest.", offset: offset)
  }

  /// Keeps the first failure, so that nobody reads on in the middle of nowhere.
  private func guarded<Result>(_ work: () throws(WARCError) -> Result) throws(WARCError) -> Result {
    if let failure { throw failure }
    do throws(WARCError) {
      return try work()
    } catch {
      failure = error
      throw error
    }
  }
}
