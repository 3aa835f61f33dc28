package import StetModel
internal import StetWARC

extension Archive {
  /// The records of a capture, by the name of its response or revisit (`urn:uuid:…`).
  /// - Parameters:
  ///   - address: the address that was captured.
  ///   - at: when it was captured.
  /// - Throws: `damaged` when they should be there, and are not.
  package func evidenceGroup(
    _ name: String, address: String, at: Timestamp
  ) throws(ArchiveError) -> EvidenceGroup {
    guard let found = try record(name, address: address, at: at) else {
      throw Self.damaged(ArchiveLayout.warc, "the record \(name) of '\(address)' is in no WARC file of its month")
    }
    let head = found.stored.record.head
    var length = 0
    do throws(WARCError) {
      let reader = try WARCFile(layout.absolute(found.path)).reader(from: found.stored.offset)
      while let entry = try reader.next() {
        let isFirst = length == 0
        // The request and the metadata stand behind what they belong to.
        guard isFirst || entry.head["WARC-Concurrent-To"] == head["WARC-Record-ID"] else { break }
        guard let own = try reader.finish() else { break }
        length += own
      }
    } catch {
      // Behind the last whole record a crash may have left a torn one: it is not of this capture.
      guard length > 0 else { throw Self.damaged(found.path, error.message) }
    }
    let line = CDXJLine(
      head, block: found.stored.record.block, offset: found.stored.offset, length: found.stored.length ?? length,
      filename: String(found.path.split(separator: "/").last ?? ""))
    guard length > 0, let line else { throw Self.damaged(found.path, "record \(name) cannot be read") }
    return EvidenceGroup(
      path: found.path, offset: found.stored.offset, length: length, line: line, head: head)
  }

  /// Hands over the bytes of a group, piece by piece, as they stand in its file.
  package func copy(
    path: String, offset: Int, length: Int, to sink: ([UInt8]) throws -> Void
  ) throws {
    let file: WARCFile
    do throws(WARCError) { file = try WARCFile(layout.absolute(path)) } catch {
      throw Self.damaged(path, error.message)
    }
    var position = offset
    while position < offset + length {
      let piece: [UInt8]
      do throws(WARCError) {
        piece = try file.read(min(1 << 20, offset + length - position), at: position)
      } catch { throw Self.damaged(path, error.message) }
      guard !piece.isEmpty else { throw Self.damaged(path, "it ends before byte \(offset + length)") }
      try sink(piece)
      position += piece.count
    }
  }
}
