internal import StetDigest
internal import StetModel
internal import StetWARC

/// What one WARC file of an archive holds that is whole: the captures, and by what they are known.
struct EvidenceSurvey: Sendable {
  /// The records of a capture, one behind the other.
  struct Capture: Sendable {
    let entry: EvidenceTable.Entry
    /// Where the first record starts, in bytes.
    let offset: Int
    /// How long all of them are, in bytes.
    var length: Int
    /// The capture that a revisit leans on; nil of any other.
    let original: EvidenceTable.Entry?
  }

  let folder: String
  let name: String
  /// In the order in which they stand there.
  private(set) var captures: [Capture] = []
  /// What is broken, for a person.
  private(set) var faults: [String] = []

  private var open: (capture: Capture, id: String, last: String)?

  /// Reads a file.
  init(_ layout: ArchiveLayout, folder: String, name: String) {
    self.folder = folder
    self.name = name
    do throws(WARCError) {
      let file = try WARCFile(layout.absolute(path))
      guard file.length > 0 else { return }
      let reader = file.reader()
      repeat {
        do throws(WARCError) {
          while let stored = try reader.record(maximumBlockBytes: Archive.maximumBlockBytes) { take(stored) }
          break
        } catch {
          open = nil
          // At the end stands what a crash has left: whether anything names it shows with the pages.
          if error.code != .truncated { faults.append(error.message) }
          if error.code == .blockTooLong { continue }
          guard try reader.resume() else { break }
        }
      } while true
    } catch {
      faults.append(error.message)
    }
    open = nil
  }

  /// Path below the archive's root.
  var path: String { "\(folder)/\(name)" }

  private mutating func take(_ stored: StoredWARCRecord) {
    let head = stored.record.head
    let isRemains = RedactedResponse.isOne(stored.record)
    if head.type == .response || head.type == .revisit || isRemains {
      if let open { broken(open.capture.offset, "a record that belongs to it is missing") }
      open = nil
      begin(stored, isRemains)
    } else if head.type != .warcinfo {
      follow(stored)
    }
  }

  private mutating func begin(_ stored: StoredWARCRecord, _ isRemains: Bool) {
    let head = stored.record.head
    let payload =
      isRemains
      ? RedactedResponse.payload(of: stored.record)
      : head["WARC-Payload-Digest"].flatMap { LabelledDigest($0).sha256 }
    let original = head.type == .revisit ? head.refersTo.flatMap { WARCRecordID($0) } : nil
    guard let id = head.recordID, let name = WARCRecordID(id), let length = check(stored),
      payload != nil || head.type == .revisit
    else { return }
    let capture = Capture(
      entry: EvidenceTable.Entry(name, payload: payload, isRedacted: isRemains), offset: stored.offset, length: length,
      original: original.map { EvidenceTable.Entry($0, payload: payload) })
    if let last = head["WARC-Concurrent-To"] { open = (capture, id, last) } else { captures.append(capture) }
  }

  /// A record behind the first one of its capture.
  private mutating func follow(_ stored: StoredWARCRecord) {
    guard let (found, id, last) = open else { return }
    var capture = found
    let head = stored.record.head
    guard head["WARC-Concurrent-To"] == "<\(id)>", capture.offset + capture.length == stored.offset,
      let length = check(stored)
    else {
      open = nil
      return broken(capture.offset, "a record that belongs to it is missing or broken")
    }
    capture.length += length
    if head["WARC-Record-ID"] == last {
      captures.append(capture)
      open = nil
    } else {
      open = (capture, id, last)
    }
  }

  /// Its length; nil when it is not what it says it is.
  private mutating func check(_ stored: StoredWARCRecord) -> Int? {
    let digests = stored.record.checkDigests()
    guard let length = stored.length, digests.block == .same, digests.payload != .different,
      let date = stored.record.head.date, WARCFileName.folder(of: date) == folder
    else {
      broken(stored.offset, "it does not fit its digests, its month or its place")
      return nil
    }
    return length
  }

  private mutating func broken(_ offset: Int, _ reason: String) {
    faults.append("the record at byte \(offset): \(reason)")
  }
}
