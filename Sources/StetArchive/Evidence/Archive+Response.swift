internal import StetDigest
public import StetModel
internal import StetWARC

extension Archive {
  /// The longest record that is read, in bytes: a body at the fetcher's limit, and its head.
  static let maximumBlockBytes = 80 << 20

  /// The response from which a version was read, as it came; nil when the archive keeps none of it, or when
  /// it was redacted.
  /// - Throws: `damaged` when it should be there and is not, or is not what it was.
  public func response(of snapshot: Snapshot) throws(ArchiveError) -> HTTPExchange? {
    guard let response = snapshot.response, let record = response.record else { return nil }
    return try self.response(
      record: record, of: snapshot.page, address: response.finalURL, at: snapshot.captured,
      payload: response.payload)
  }

  /// The responses of the later pages from which a version was read, in the order of `response.parts`; nil when one of
  /// them is not kept, or was redacted.
  /// - Throws: as `response(of:)`.
  public func parts(of snapshot: Snapshot) throws(ArchiveError) -> [HTTPExchange]? {
    var exchanges: [HTTPExchange] = []
    for part in snapshot.response?.parts ?? [] {
      guard let record = part.record,
        let exchange = try response(
          record: record, of: snapshot.page, address: part.finalURL, at: part.captured, payload: part.payload)
      else { return nil }
      exchanges.append(exchange)
    }
    return exchanges
  }

  /// The response that a visit brought; nil when the archive keeps none of it, or when it was redacted. A 304 has the
  /// content that it confirmed.
  /// - Throws: `damaged` when it should be there and is not, or is not what it was.
  public func response(of visit: Visit) throws(ArchiveError) -> HTTPExchange? {
    guard let record = visit.record else { return nil }
    return try response(
      record: record, of: visit.page, address: visit.url ?? visit.page.description, at: visit.at,
      payload: visit.payload)
  }

  /// The record with a name (`urn:uuid:…`), looked up in the indexes of the month; nil when it is not there.
  /// - Parameters:
  ///   - address: the address that was captured.
  ///   - at: when it was captured.
  /// - Throws: `damaged` when a record is where the index says, and cannot be read.
  package func record(_ name: String, address: String, at: Timestamp) throws(ArchiveError) -> EvidenceRecord? {
    if let found = try indexedRecord(name, address: address, at: at) { return found }
    guard let id = WARCRecordID(name) else { return nil }
    return try unindexedRecord(id, WARCFileName.folder(of: at))
  }

  /// The record with a name, if an index names it.
  func indexedRecord(_ name: String, address: String, at: Timestamp) throws(ArchiveError) -> EvidenceRecord? {
    guard let id = WARCRecordID(name), let address = PageAddress(address) else { return nil }
    let key = Array("\(SURT(address)) \(WARCDate.digits(of: at)) ".utf8)
    let folder = WARCFileName.folder(of: at)
    for name in try evidenceNames(in: folder) {
      let path = "\(folder)/\(name)"
      let line: CDXJLine?
      do throws(SystemCallError) {
        let index = try EvidenceIndexSearch(layout.absolute(path + WARCFileName.indexSuffix))
        line = try index.line(of: id, key: key)
      } catch  where error.isMissing {
        continue
      } catch {
        throw ArchiveError(error, action: "Cannot read the index of", subject: path)
      }
      if let line { return try record(at: line.offset, of: path, id) }
    }
    return nil
  }

  /// A record that no index names: a crash may have taken the last lines of one, and the next run adds them again.
  private func unindexedRecord(_ id: WARCRecordID, _ folder: String) throws(ArchiveError) -> EvidenceRecord? {
    for name in try evidenceNames(in: folder) {
      let path = "\(folder)/\(name)"
      let length = FileReading.length(of: layout.absolute(path)) ?? 0
      let index = EvidenceIndexState(layout, path, name: name, length: length)
      guard
        let walk = try? EvidenceWalk(layout.absolute(path), name: name, from: index.covered),
        let line = walk.lines.first(where: { $0.record == id.uuid })
      else { continue }
      return try record(at: line.offset, of: path, id)
    }
    return nil
  }

  /// The names of the WARC files in the folder of a month.
  private func evidenceNames(in folder: String) throws(ArchiveError) -> [String] {
    try layout.refuseLinks(at: folder)
    return try entries(in: folder).filter { $0.kind == .file && WARCFileName($0.name) != nil }.map(\.name)
  }

  private func record(at offset: Int, of path: String, _ id: WARCRecordID) throws(ArchiveError) -> EvidenceRecord {
    let stored: StoredWARCRecord?
    var request: WARCRecord?
    do throws(WARCError) {
      let reader = try WARCFile(layout.absolute(path)).reader(from: offset)
      stored = try reader.record(maximumBlockBytes: Self.maximumBlockBytes)
      // What follows is for the method and the fields sent: without it the response is there all the same.
      while request == nil, let next = try? reader.record(maximumBlockBytes: Self.maximumBlockBytes)?.record,
        [.metadata, .request].contains(next.head.type)
      {
        if next.head.type == .request { request = next }
      }
    } catch {
      throw Self.damaged(path, error.message)
    }
    guard let stored, stored.record.head.recordID.flatMap({ WARCRecordID($0) }) == id else {
      throw Self.damaged(path, "its index names a record at byte \(offset) that is not there")
    }
    return EvidenceRecord(path: path, stored: stored, request: request)
  }

  private func response(
    record name: String, of page: PageKey, address: String, at: Timestamp, payload: Digest?
  ) throws(ArchiveError) -> HTTPExchange? {
    guard let found = try record(name, address: address, at: at) else {
      if try isRedacted(name, of: page) { return nil }
      throw ArchiveError(
        code: .damaged,
        message: "Cannot read the response of '\(address)': the record \(name) is in no WARC file of its month. "
          + "Run 'stet verify' to see what is missing.", subject: address)
    }
    var exchange = try Self.exchange(found)
    if found.stored.record.head.type == .revisit {
      guard let original = try original(of: found, page) else { return nil }
      exchange.body = original.body
      exchange.truncation = original.truncation
    }
    if let payload, Digest.sha256(of: exchange.body) != payload {
      throw Self.damaged(found.path, "the content of record \(name) does not fit its digest")
    }
    return exchange
  }

  /// The response that a revisit leans on; nil when it was redacted.
  private func original(of found: EvidenceRecord, _ page: PageKey) throws(ArchiveError) -> HTTPExchange? {
    let head = found.stored.record.head
    guard let name = head.refersTo, let address = head.refersToTargetURI, let at = head.refersToDate,
      let original = try record(name, address: address, at: at), original.stored.record.head.type == .response
    else {
      if let name = head.refersTo, try isRedacted(name, of: page) { return nil }
      throw Self.damaged(found.path, "a revisit record names a response that is not there")
    }
    return try Self.exchange(original)
  }

  private static func exchange(_ found: EvidenceRecord) throws(ArchiveError) -> HTTPExchange {
    do throws(WARCError) {
      return try WARCResponse.exchange(
        found.stored.record, request: found.request, maximumBodyBytes: maximumBlockBytes)
    } catch {
      throw damaged(found.path, error.message)
    }
  }
}
