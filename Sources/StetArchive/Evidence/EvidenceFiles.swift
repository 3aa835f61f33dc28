internal import StetModel
internal import StetWARC

/// The WARC files that a writer appends to: of each month the newest, until it is long enough.
struct EvidenceFiles {
  /// At this length a file is full (WARC 1.1, annex C): 10^9 bytes.
  static let standardMaximumBytes = 1_000_000_000

  private let layout: ArchiveLayout
  private let maximumBytes: Int
  /// All that this run opened; those that are full stay until the run ends, so that their index is put in order.
  private(set) var files: [EvidenceFile] = []
  /// The one of each month that is appended to.
  private var current: [String: Int] = [:]

  init(layout: ArchiveLayout, maximumBytes: Int = Self.standardMaximumBytes) {
    self.layout = layout
    self.maximumBytes = maximumBytes
  }

  /// Puts the records of a capture at the end of the file of its month, in memory.
  /// - Returns: which of `files` they go into.
  mutating func add(_ capture: WARCCapture, date: Timestamp) throws(ArchiveError) -> Int {
    let index = try file(for: date)
    // The first record names the last one that belongs to it: so a capture that was cut short is seen.
    let others = capture.records.dropFirst().reversed()
    guard var first = capture.records.first else { return index }
    if let last = others.last?.head["WARC-Record-ID"] {
      first.head.fields.append(HeaderField(name: "WARC-Concurrent-To", value: last))
    }
    try files[index].add(first)
    for record in others { try files[index].add(record) }
    return index
  }

  /// Puts the records of a capture, as another archive holds them, at the end of the file of its month, in memory.
  /// - Parameter line: of its first record; nil for the remains of one that was redacted.
  /// - Returns: which of `files` they go into.
  mutating func add(members: [UInt8], line: CDXJLine?, date: Timestamp) throws(ArchiveError) -> Int {
    let index = try file(for: date)
    files[index].add(members: members, line: line)
    return index
  }

  /// Notes that what was pending in a file is durable.
  mutating func commit(_ index: Int) -> [CDXJLine] {
    let lines = files[index].pendingLines
    files[index].length = files[index].nextLength
    files[index].pending = []
    files[index].pendingLines = []
    if !lines.isEmpty, !files[index].isIndexLoose {
      files[index].isIndexLoose = true
      files[index].sortedIndexLength = FileReading.length(of: layout.absolute(files[index].indexPath)) ?? 0
    }
    return lines
  }

  /// Notes that what was pending in a file is not there. A file whose fsync failed is appended to no more: nobody knows
  /// what of it is on the disk.
  mutating func rollBack(_ index: Int, isSuspect: Bool) {
    files[index].pending = []
    files[index].pendingLines = []
    if isSuspect || files[index].isNew { current = current.filter { $0.value != index } }
  }

  /// Notes that the index of a file has not got its lines.
  mutating func noteBrokenIndex(_ index: Int) { files[index].isIndexBroken = true }

  /// Hands out the files that were appended to and forgets all.
  mutating func close() -> [EvidenceFile] {
    defer { (files, current) = ([], [:]) }
    return files.filter(\.isIndexLoose)
  }

  private mutating func file(for date: Timestamp) throws(ArchiveError) -> Int {
    let folder = WARCFileName.folder(of: date)
    if let index = current[folder], files[index].nextLength < maximumBytes { return index }
    try layout.refuseLinks(at: folder)
    let names = try names(in: folder)
    var file: EvidenceFile?
    if current[folder] == nil, let newest = names.last, !files.contains(where: { $0.name == "\(newest)" }),
      case let path = layout.absolute("\(folder)/\(newest)"), FileReading.kind(of: path) == .file,
      let length = FileReading.length(of: path), length < maximumBytes
    {
      file = EvidenceFile(folder: folder, name: "\(newest)", length: length)
    }
    let taken = files.filter { $0.folder == folder }.compactMap { WARCFileName($0.name)?.serial } + names.map(\.serial)
    let name = WARCFileName(date: date, serial: (taken.max() ?? 0) + 1, host: WARCFileName.thisHost())
    var opened = file ?? EvidenceFile(folder: folder, name: "\(name)", length: 0)
    if opened.isNew { try opened.add(Warcinfo(date: date, filename: opened.name).record) }
    files.append(opened)
    current[folder] = files.count - 1
    return files.count - 1
  }

  private func names(in folder: String) throws(ArchiveError) -> [WARCFileName] {
    do throws(SystemCallError) {
      return try FileReading.entries(of: layout.absolute(folder)).compactMap { WARCFileName($0.name) }.sorted()
    } catch  where error.isMissing {
      return []
    } catch {
      throw ArchiveError(error, action: "Cannot read the folder", subject: layout.absolute(folder))
    }
  }
}
