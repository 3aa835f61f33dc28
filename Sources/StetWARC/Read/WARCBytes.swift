internal import StetGzip

/// The bytes of a WARC file without the gzip around them, in a window that moves along, and where they stand in the file.
///
/// Holds one piece of the file and what it inflates to, never more than the reader asks for.
final class WARCBytes {
  private static let magic: [UInt8] = [0x1F, 0x8B, 0x08]

  private let source: () throws(WARCError) -> [UInt8]
  private var inflater: InflateStream?
  /// What was read of the file and not yet inflated.
  private var raw: ArraySlice<UInt8> = []
  /// Where `raw` starts in the file.
  private var rawOffset: Int
  private var sourceIsAtEnd = false
  private var window: [UInt8] = []
  private var start = 0
  private var hasStarted = false

  /// Where the member starts in the file that the next byte belongs to; 0 without gzip.
  private(set) var memberStart: Int
  /// How many bytes of the member are behind; without gzip, of the file.
  private(set) var positionInMember = 0
  /// Whether all bytes of the member were taken out of it; without gzip, of the file.
  private var memberIsAtEnd = false

  init(offset: Int, source: @escaping () throws(WARCError) -> [UInt8]) {
    self.source = source
    rawOffset = offset
    memberStart = offset
  }

  /// Whether the file is compressed; known after the first byte.
  var isGzip: Bool { inflater != nil }

  /// Where the member or file that is just ending does end in the file.
  var memberEnd: Int { isGzip ? rawOffset : memberStart + positionInMember }

  /// What lies ready.
  var ready: ArraySlice<UInt8> { window[start...] }

  /// Whether nothing lies ready and the member has ended.
  func isAtMemberEnd() throws(WARCError) -> Bool { ready.isEmpty ? try !fill() : false }

  /// Passes over bytes that lie ready.
  func skip(_ count: Int) {
    start += count
    positionInMember += count
  }

  /// Gets more bytes of the member ready; false when it has no more.
  func fill() throws(WARCError) -> Bool {
    if !hasStarted { try begin() }
    guard !memberIsAtEnd else { return false }
    if start > 0 {
      window.removeSubrange(..<start)
      start = 0
    }
    let before = window.count
    while window.count == before {
      if raw.isEmpty, try !readRaw() {
        guard isGzip else {
          memberIsAtEnd = true
          return false
        }
        throw WARCError(
          .truncated,
          "Cannot read on: the file ends in the middle of a record, and is whole up to byte \(memberStart). "
            + "Get the file again, or go without the rest.", offset: memberStart)
      }
      guard let inflater else {
        window += raw
        rawOffset += raw.count
        raw = []
        continue
      }
      do throws(GzipError) {
        let (consumed, isAtEnd) = try inflater.feed(raw, into: &window)
        raw = raw.dropFirst(consumed)
        rawOffset += consumed
        if isAtEnd {
          memberIsAtEnd = true
          return window.count > before
        }
      } catch {
        // So that a search for the next member finds another than this one.
        raw = raw.dropFirst()
        rawOffset += 1
        // The reason ends in what to do.
        throw WARCError(.damaged, "Cannot read on from byte \(memberStart): \(error)", offset: memberStart)
      }
    }
    return true
  }

  /// Goes to the next member, once this one is at its end; false at the end of the file, and always without gzip.
  func nextMember() throws(WARCError) -> Bool {
    guard let inflater else { return false }
    while raw.count < 3, try readRaw() {}
    // Zero bytes between and behind members are padding.
    while raw.first == 0 {
      raw = raw.dropFirst()
      rawOffset += 1
      while raw.count < 3, try readRaw() {}
    }
    memberStart = rawOffset
    guard !raw.isEmpty else { return false }
    guard raw.starts(with: Self.magic) else {
      if Self.magic.starts(with: raw) {
        throw WARCError(
          .truncated,
          "Cannot read on: the file ends in the middle of a record, and is whole up to byte \(rawOffset). "
            + "Get the file again, or go without the rest.", offset: rawOffset)
      }
      throw WARCError(
        .garbage,
        "Cannot read on from byte \(rawOffset): what stands there is no record. "
          + "Get the file again, or go without the rest.", offset: rawOffset)
    }
    inflater.reset()
    memberIsAtEnd = false
    // What still lies ready belongs to the member before.
    positionInMember = -ready.count
    return true
  }

  /// Gives up what is ready, and the member, and looks for what starts like a member behind it. False when there is
  /// nothing of the kind.
  func seekMember() throws(WARCError) -> Bool {
    window = []
    start = 0
    memberIsAtEnd = true
    while true {
      while raw.count < 3, try readRaw() {}
      guard raw.count >= 3 else { return false }
      if raw.starts(with: Self.magic) { return true }
      let next = raw.dropFirst().firstIndex(of: Self.magic[0]) ?? raw.endIndex
      rawOffset += next - raw.startIndex
      raw = raw[next...]
    }
  }

  private func begin() throws(WARCError) {
    hasStarted = true
    while raw.count < 3, try readRaw() {}
    guard raw.starts(with: Self.magic) else { return }
    do throws(GzipError) {
      inflater = try InflateStream()
    } catch {
      throw WARCError(.cannotRead, "Cannot read the file: \(error)")
    }
  }

  private func readRaw() throws(WARCError) -> Bool {
    guard !sourceIsAtEnd else { return false }
    let piece = try source()
    sourceIsAtEnd = piece.isEmpty
    raw = raw.isEmpty ? piece[...] : raw + piece
    return !piece.isEmpty
  }
}
