internal import StetModel
internal import StetWARC

/// Checks one WARC file: every record, and the index beside it.
struct EvidenceVerification {
  let layout: ArchiveLayout
  let folder: String
  let name: String
  /// Whether a run is at work or did not end well: then what is missing at an end is a leftover.
  let isAtWork: Bool

  private(set) var findings: [Finding] = []
  private(set) var recordCount = 0

  private let tally: VerificationTally
  private var index = IndexVerification()
  /// Where the next record has to start.
  private var end: Int? = 0
  /// The capture at hand: the record that it starts with, and the one that it ends with while that is to come.
  private var open: (id: String?, last: String?, offset: Int)?

  init(_ layout: ArchiveLayout, folder: String, name: String, isAtWork: Bool, tally: VerificationTally) {
    self.tally = tally
    self.layout = layout
    self.folder = folder
    self.name = name
    self.isAtWork = isAtWork
  }

  private var path: String { "\(folder)/\(name)" }

  /// Runs all checks.
  mutating func run() {
    do throws(WARCError) {
      try readRecords()
    } catch {
      add(.finding, .unreadable, error.message)
    }
    checkIndex()
  }

  private mutating func readRecords() throws(WARCError) {
    let path = layout.absolute(path)
    let file = try WARCFile(path)
    guard file.length != 0 else { return leftoverAtEnd(0, "an empty file") }
    let reader = file.reader()
    while true {
      do throws(WARCError) {
        guard let stored = try reader.record(maximumBlockBytes: Archive.maximumBlockBytes) else { break }
        check(stored, header: try file.read(10, at: stored.offset))
      } catch {
        if error.code == .truncated {
          leftoverAtEnd(error.offset ?? end ?? 0, "it ends in the middle of a record")
          return
        }
        add(.finding, .brokenRecord, error.message)
        (end, open) = (nil, nil)
        if error.code == .blockTooLong { continue }
        guard try reader.resume() else { return }
      }
    }
    if let open, open.last != nil { leftoverAtEnd(open.offset, "it ends before a capture does") }
    if let end, end < file.length {
      add(.finding, .brokenRecord, "there is something that is no record behind byte \(end)")
    }
  }

  private mutating func check(_ stored: StoredWARCRecord, header: [UInt8]) {
    let head = stored.record.head
    recordCount += 1
    if let end, end != stored.offset { broken(stored, "what stands before it, from byte \(end) on, is no record") }
    end = stored.length.map { stored.offset + $0 }
    guard let length = stored.length else { return broken(stored, "it shares a gzip member with others") }
    // The head of a gzip member is covered by no checksum: this is how stet's look, on any system.
    if header.count < 10 || header.prefix(8) != [31, 139, 8, 0, 0, 0, 0, 0] || ![0, 2, 4].contains(header[8])
      || ![3, 19].contains(header[9])
    {
      broken(stored, "the head of its gzip member is not one that stet writes")
    }
    let digests = stored.record.checkDigests()
    if digests.block != .same { broken(stored, "its block does not fit its digest") }
    if digests.payload == .different { broken(stored, "its payload does not fit its digest") }
    if let date = head.date, WARCFileName.folder(of: date) != folder {
      broken(stored, "it is one of another month, \(date)")
    }
    checkOrder(stored)
    let line = CDXJLine(head, block: stored.record.block, offset: stored.offset, length: length, filename: name)
    if let line { index.expect(line) }
  }

  /// A warcinfo record first; behind each response or revisit what belongs to it, up to the record that it names.
  private mutating func checkOrder(_ stored: StoredWARCRecord) {
    let head = stored.record.head
    switch head.type {
    case .warcinfo:
      if stored.offset != 0 { broken(stored, "a second warcinfo record") }
      if head["WARC-Filename"] != name {
        broken(stored, "it is the start of the file '\(head["WARC-Filename"] ?? "")'")
      }
    case _ where isCapture(stored.record):
      if stored.offset == 0 { broken(stored, "the file does not start with a warcinfo record") }
      closeCapture()
      open = (head.recordID, head["WARC-Concurrent-To"], stored.offset)
      noteCapture(stored)
    case .metadata, .request:
      if open?.last == nil || head["WARC-Concurrent-To"] != open?.id.map({ "<\($0)>" }) {
        broken(stored, "the response that it belongs to is not before it")
      }
      if head["WARC-Record-ID"] == open?.last { open?.last = nil }
    default: broken(stored, "it is of a kind that stet does not write")
    }
  }

  /// Whether a capture starts with this record; where a response was redacted, with what is left of it.
  private func isCapture(_ record: WARCRecord) -> Bool {
    record.head.type == .response || record.head.type == .revisit || RedactedResponse.isOne(record)
  }

  private mutating func closeCapture() {
    guard let open, open.last != nil else { return }
    add(.finding, .brokenRecord, "a record that belongs to the one at byte \(open.offset) is missing")
  }

  private mutating func noteCapture(_ stored: StoredWARCRecord) {
    let head = stored.record.head
    let isRedacted = RedactedResponse.isOne(stored.record)
    let payload =
      isRedacted
      ? RedactedResponse.payload(of: stored.record)
      : head["WARC-Payload-Digest"].flatMap { LabelledDigest($0).sha256 }
    guard let id = head.recordID.flatMap({ WARCRecordID($0) }) else {
      return broken(stored, "its name is not of the form urn:uuid:…")
    }
    if head.type != .revisit, payload == nil { broken(stored, "it has no payload digest") }
    tally.add(capture: id, payload: payload, isRedacted: isRedacted)
    guard head.type == .revisit, let original = head.refersTo.flatMap({ WARCRecordID($0) }) else { return }
    tally.add(EvidenceClaim(revisitOf: original, payload: payload, offset: stored.offset, file: path))
  }

  /// The index has one line for each capture, in order.
  private mutating func checkIndex() {
    let indexPath = path + WARCFileName.indexSuffix
    do throws(SystemCallError) {
      switch try index.compare(layout.absolute(indexPath)) {
      case .same: break
      case .other:
        add(.finding, .brokenIndex, "it does not fit '\(name)': stet verify --repair makes it anew", indexPath)
      case .incomplete: incomplete("the index of '\(name)' lacks captures, or is not in order")
      }
    } catch  where error.isMissing {
      if !index.isEmpty { incomplete("the index of '\(name)' is missing") }
    } catch {
      add(.finding, .unreadable, ArchiveError(error, action: "Cannot read", subject: indexPath).message, indexPath)
    }
  }

  /// An index that only lacks something: the next write completes it when a crash is known, else --repair does.
  private mutating func incomplete(_ what: String) {
    let indexPath = path + WARCFileName.indexSuffix
    if isAtWork {
      add(.note, .leftover, "\(what): left by a run that has not ended, made anew by the next write", indexPath)
    } else {
      add(.finding, .brokenIndex, "\(what): stet verify --repair makes it anew", indexPath)
    }
  }

  private mutating func leftoverAtEnd(_ offset: Int, _ what: String) {
    if isAtWork {
      add(.note, .leftover, "\(what), at byte \(offset): left by a run that has not ended, cut off by the next write")
    } else {
      add(.finding, .brokenRecord, "\(what), at byte \(offset)")
    }
  }

  private mutating func broken(_ stored: StoredWARCRecord, _ reason: String) {
    add(.finding, .brokenRecord, "the record at byte \(stored.offset): \(reason)")
  }

  private mutating func add(
    _ severity: Finding.Severity, _ code: Finding.Code, _ message: String, _ path: String? = nil
  ) {
    findings.append(Finding(severity: severity, code: code, path: path ?? self.path, message: message))
  }
}
