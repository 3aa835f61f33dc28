internal import StetModel
internal import StetWARC

/// What there is to import in some files: every page in them, by time.
///
/// Made by reading the heads of all records once. It holds a few hundred bytes for each page, and no content.
struct ImportPlan: Sendable {
  /// The files that the items number.
  private(set) var files: [WARCFile] = []
  /// The pages, the earliest first; of the same moment in the order of the files.
  private(set) var items: [ImportItem] = []
  /// How many captures are no pages that can be read, by reason.
  private(set) var skipped: [CaptureSkip: Int] = [:]
  /// What could not be read of the files.
  private(set) var errors: [InputError] = []

  private var pairing = RequestPairing()

  /// Reads the heads of all records.
  /// - Parameter progress: is told how many bytes of how many are read.
  init(_ archives: [WebArchive], shouldStop: () -> Bool, progress: (Int, Int) -> Void) {
    let total = archives.reduce(0) { $0 + $1.files.reduce(0) { $0 + $1.length } }
    var read = 0
    for archive in archives {
      let before = items.count
      for file in archive.files {
        scan(file, of: archive.path, shouldStop: shouldStop) { progress(read + $0, total) }
        read += file.length
      }
      if items.count == before, errors.last?.subject != archive.path {
        errors.append(InputError.noPage(in: archive.path, at: nil))
      }
    }
    items.removeAll { item in
      guard item.record.map(pairing.isOther) ?? false else { return false }
      skipped[.method, default: 0] += 1
      return true
    }
    findOriginals()
    items.sort { ($0.date, $0.file, $0.offset) < ($1.date, $1.file, $1.offset) }
  }

  private mutating func scan(
    _ file: WARCFile, of path: String, shouldStop: () -> Bool, progress: (Int) -> Void
  ) {
    let before = self
    do throws(WARCError) {
      guard try !scan(file, number: files.count, path, shouldStop, progress) else {
        files.append(file)
        return
      }
      // Its records share gzip members: they cannot be read one by one.
      let plain = try file.unpacked()
      self = before
      _ = try scan(plain, number: files.count, path, shouldStop, progress)
      files.append(plain)
    } catch {
      errors.append(WebArchive.inputError(error, path))
      files.append(file)
    }
  }

  /// False when there is a page that cannot be read by its place alone.
  private mutating func scan(
    _ file: WARCFile, number: Int, _ path: String, _ shouldStop: () -> Bool, _ progress: (Int) -> Void
  ) throws(WARCError) -> Bool {
    let reader = file.reader()
    pairing.beginFile()
    while true {
      do throws(WARCError) {
        while !shouldStop(), let entry = try reader.next() {
          progress(entry.offset)
          guard let item = try item(entry, reader, number) else { continue }
          guard try reader.finish() != nil else { return false }
          items.append(item)
        }
        return true
      } catch {
        errors.append(WebArchive.inputError(error, path))
        guard try reader.resume() else { return true }
      }
    }
  }

  private mutating func item(
    _ entry: WARCEntry, _ reader: WARCReader, _ number: Int
  ) throws(WARCError) -> ImportItem? {
    let head = entry.head
    if head.type == .request {
      pairing.add(entry, start: try reader.piece(), to: &items, file: number)
      return nil
    }
    var start: [UInt8] = []
    while start.count < StoredCapture.maximumHTTPHead, case let piece = try reader.piece(), !piece.isEmpty {
      start += piece
    }
    switch StoredCapture(entry, start: start) {
    case .none: return nil
    case .skipped(let reason):
      skipped[reason, default: 0] += 1
      return nil
    case .page(let line):
      guard let address = PageAddress(line.url)?.withoutFragment else { return nil }
      return ImportItem(
        address: address, capture: Self.name(line.surt, line.date), date: line.date, file: number,
        offset: entry.offset, record: head.recordID, digest: line.digest, reference: Self.reference(head),
        request: pairing.request(of: head))
    }
  }

  private static func reference(_ head: WARCHead) -> ImportItem.Reference? {
    guard head.type == .revisit else { return nil }
    var reference = ImportItem.Reference(record: head.refersTo, digest: head["WARC-Payload-Digest"])
    if let address = (head.refersToTargetURI ?? head.targetURI).flatMap({ PageAddress($0) }),
      let date = head.refersToDate
    {
      reference.capture = name(SURT(address).description, date)
    }
    return reference
  }

  private static func name(_ surt: String, _ date: Timestamp) -> String { "\(surt) \(WARCDate.digits(of: date))" }

  /// Finds what the revisits repeat: by the record's name, by address and moment, by the payload's digest.
  private mutating func findOriginals() {
    guard items.contains(where: { $0.reference != nil }) else { return }
    var records: [String: ImportItem.Original] = [:]
    var captures: [String: ImportItem.Original] = [:]
    var digests: [String: ImportItem.Original] = [:]
    for item in items where item.reference == nil {
      let place = ImportItem.Original(file: item.file, offset: item.offset)
      if let record = item.record { records[record] = place }
      captures[item.capture] = place
      if let digest = item.digest, digests[digest] == nil { digests[digest] = place }
    }
    for index in items.indices {
      guard let reference = items[index].reference else { continue }
      items[index].original =
        reference.record.flatMap { records[$0] } ?? reference.capture.flatMap { captures[$0] }
        ?? reference.digest.flatMap { digests[$0] }
    }
    items.removeAll { item in
      guard item.reference != nil, item.original == nil else { return false }
      skipped[.original, default: 0] += 1
      return true
    }
  }
}
