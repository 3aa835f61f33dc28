internal import StetArchive
internal import StetFetch
internal import StetModel
internal import StetWARC

/// What there is to import in some files: every page in them, by time.
///
/// Made by reading the heads of all records once, in memory that does not grow with them: what has to be put in order
/// beyond a few MiB goes through temporary files.
struct ImportPlan: Sendable {
  /// The files that the items number.
  private(set) var files: [WARCFile] = []
  /// How many captures are no pages that can be read, by reason.
  private(set) var skipped: [CaptureSkip: Int] = [:]
  /// What could not be read of the files.
  private(set) var errors: [InputError] = []

  private var items = SpilledSort()
  private var originals = ImportOriginals()
  private var pairing = RequestPairing()
  /// What is dated later cannot be.
  private let latest: Timestamp
  /// The first capture of the file at hand that is dated later.
  private var future: ImportItem?
  /// The last captures, whose requests may be still to come.
  private var window: [Candidate] = []

  /// A capture with the head of its record.
  struct Candidate: Sendable {
    var item: ImportItem
    let head: WARCHead
    let surt: String
  }

  /// Reads the heads of all records.
  /// - Parameters:
  ///   - latest: no capture is dated later than this.
  ///   - progress: is told how many bytes of how many are read.
  /// - Throws: `ArchiveError.Code.inputOutput` when a temporary file cannot be read back.
  init(
    _ archives: [WebArchive], latest: Timestamp, shouldStop: () -> Bool, progress: (Int, Int) -> Void
  ) throws(ArchiveError) {
    self.latest = latest
    let total = archives.reduce(0) { $0 + $1.files.reduce(0) { $0 + $1.length } }
    var read = 0
    for archive in archives {
      var found = 0
      for file in archive.files {
        found += scan(file, of: archive.path, shouldStop: shouldStop) { progress(read + $0, total) }
        if let item = future { errors.append(.future(item.address, of: item.date, in: archive.path)) }
        future = nil
        read += file.length
      }
      if found == 0, errors.last?.subject != archive.path {
        errors.append(InputError.noPage(in: archive.path, at: nil))
      }
    }
    try settle()
  }

  /// How many pages there are.
  var count: Int { items.count }

  /// The pages, the earliest first; of the same moment in the order of the files.
  func inTime() throws(ArchiveError) -> SpilledItems { try items.sorted() }

  /// Leaves out what answers other requests than GET, and finds what revisits repeat.
  private mutating func settle() throws(ArchiveError) {
    let pairing = pairing
    func isOther(_ record: String) -> Bool { pairing.isOther(record) }
    if pairing.hasOthers {
      let all = try items.sorted()
      items = SpilledSort()
      while let packed = try all.next() {
        if ImportItem(packed: packed)?.record.map(isOther) ?? false {
          skipped[.method, default: 0] += 1
        } else {
          items.add(Array(packed))
        }
      }
    }
    let found = originals
    originals = ImportOriginals()
    try found.find(isOther: isOther) { item in
      if item.record.map(isOther) ?? false {
        skipped[.method, default: 0] += 1
      } else if item.original == nil {
        skipped[.original, default: 0] += 1
      } else {
        items.add(item.packed)
      }
    }
  }

  /// Lets captures go for which no request can come any more.
  private mutating func release(keeping count: Int) {
    for candidate in window.dropLast(count) {
      let item = candidate.item
      let isRevisit = candidate.head.type == .revisit
      // What it holds may stand for what others repeat, whatever its date.
      if !isRevisit { originals.add(item, candidate.head, surt: candidate.surt) }
      if item.date > latest {
        skipped[.future, default: 0] += 1
        future = future ?? item
      } else if isRevisit {
        originals.add(revisit: item, candidate.head)
      } else {
        items.add(item.packed)
      }
    }
    window.removeFirst(max(0, window.count - count))
  }

  private mutating func scan(
    _ file: WARCFile, of path: String, shouldStop: () -> Bool, progress: (Int) -> Void
  ) -> Int {
    let before = self
    var found = 0
    do throws(WARCError) {
      guard try !scan(file, number: files.count, path, &found, shouldStop, progress) else {
        files.append(file)
        return found
      }
      // Its records share gzip members: they cannot be read one by one.
      let plain = try file.unpacked()
      self = before
      found = 0
      _ = try scan(plain, number: files.count, path, &found, shouldStop, progress)
      files.append(plain)
    } catch {
      errors.append(WebArchive.inputError(error, path))
      files.append(file)
    }
    return found
  }

  /// False when there is a page that cannot be read by its place alone.
  /// - Parameter found: counts the pages.
  private mutating func scan(
    _ file: WARCFile, number: Int, _ path: String, _ found: inout Int, _ shouldStop: () -> Bool,
    _ progress: (Int) -> Void
  ) throws(WARCError) -> Bool {
    let reader = file.reader()
    pairing.beginFile()
    defer { release(keeping: 0) }
    while true {
      do throws(WARCError) {
        while !shouldStop(), let entry = try reader.next() {
          progress(entry.offset)
          guard let candidate = try candidate(entry, reader, number) else { continue }
          guard try reader.finish() != nil else { return false }
          found += 1
          window.append(candidate)
          release(keeping: RequestPairing.reach)
        }
        return true
      } catch {
        errors.append(WebArchive.inputError(error, path))
        guard try reader.resume() else { return true }
      }
    }
  }

  private mutating func candidate(
    _ entry: WARCEntry, _ reader: WARCReader, _ number: Int
  ) throws(WARCError) -> Candidate? {
    let head = entry.head
    if head.type == .request {
      pairing.add(entry, start: try reader.piece(), to: &window)
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
      guard let written = PageAddress(line.url)?.withoutFragment else { return nil }
      let address = AddressParser.settled(written)
      let item = ImportItem(
        address: address, date: line.date, place: ImportItem.Place(file: number, offset: entry.offset),
        record: head.recordID, request: pairing.request(of: head))
      let surt = address == written ? line.surt : SURT(address).description
      return Candidate(item: item, head: head, surt: surt)
    }
  }
}
