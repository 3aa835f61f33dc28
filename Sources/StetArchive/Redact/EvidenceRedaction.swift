internal import Glibc
internal import StetModel
internal import StetWARC

/// Takes the content of responses out of a WARC file: a new file is written beside it and put in its place.
///
/// A record that goes leaves a `metadata` record of the same name, which says what stood there. All others are written
/// as they were. The index goes first and is written last: without one, lookups read the file itself.
struct EvidenceRedaction {
  let layout: ArchiveLayout
  let file: DurableFile

  /// Rewrites a file.
  /// - Parameter records: the visits that redact these records, by the records' names.
  func rewrite(_ path: String, _ records: [String: Visit]) throws(ArchiveError) {
    let steps = path.split(separator: "/")
    let name = String(steps.last ?? "")
    let folder = layout.absolute(steps.dropLast().joined(separator: "/"))
    let temporary = "\(folder)/\(TemporaryName.random())"
    do throws(SystemCallError) {
      let descriptor = try file.calls.open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      let lines: Result<[CDXJLine], ArchiveError>
      do throws(ArchiveError) {
        lines = .success(try copy(path, name: name, records, to: descriptor))
      } catch {
        lines = .failure(error)
      }
      try finish(descriptor, temporary, isWhole: (try? lines.get()) != nil)
      if case .failure(let error) = lines { throw SystemCallError(call: error.message, number: error.cause ?? EIO) }
      try file.remove(layout.absolute(path + WARCFileName.indexSuffix))
      try file.calls.rename(temporary, "\(folder)/\(name)")
      try file.syncFolder(folder)
      try EvidenceIndex(layout: layout, file: file).write(
        EvidenceIndex.sorted(((try? lines.get()) ?? []).flatMap { Array($0.text.utf8) }), of: path)
    } catch {
      try? file.calls.unlink(temporary)
      throw ArchiveError(error, action: "Cannot redact responses in", subject: path)
    }
  }

  private func finish(_ descriptor: Int32, _ temporary: String, isWhole: Bool) throws(SystemCallError) {
    do throws(SystemCallError) {
      if isWhole { try file.calls.fsync(descriptor) }
    } catch {
      try? file.calls.close(descriptor)
      throw error
    }
    try file.calls.close(descriptor)
  }

  /// Copies record by record, so that no more than one of them is in memory.
  private func copy(
    _ path: String, name: String, _ records: [String: Visit], to descriptor: Int32
  ) throws(ArchiveError) -> [CDXJLine] {
    var lines: [CDXJLine] = []
    var length = 0
    do {
      let source = try WARCFile(layout.absolute(path))
      let reader = source.reader()
      while let stored = try reader.record(maximumBlockBytes: Archive.maximumBlockBytes) {
        var record = stored.record
        let id = record.head.recordID.flatMap { WARCRecordID($0) }?.description
        if let id, let visit = records[id], record.head.type == .response {
          record = RedactedResponse.remains(of: record, visit)
        }
        // The same record always gives the same bytes.
        let member = try record.member()
        let line = CDXJLine(record.head, block: record.block, offset: length, length: member.count, filename: name)
        if let line { lines.append(line) }
        try write(member, to: descriptor)
        length += member.count
      }
    } catch let error as ArchiveError {
      throw error
    } catch let error as SystemCallError {
      throw ArchiveError(error, action: "Cannot write beside", subject: path)
    } catch {
      throw Archive.damaged(path, "\(error)")
    }
    return lines
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemCallError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = try file.calls.write(descriptor, rest)
      guard written > 0 else { throw SystemCallError(call: "write", number: EIO) }
      rest = rest.dropFirst(written)
    }
  }
}
