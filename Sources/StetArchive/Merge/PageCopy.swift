internal import Glibc
internal import StetDigest
internal import StetModel

/// Takes over pages that only the other archive has, as they are: each page's folder is filled under a temporary name and
/// appears when it is whole, so that a crash leaves no part of a page.
struct PageCopy {
  /// How many files are written before they are synced together.
  private static let maximumFiles = 64

  /// What stands in a page's folder.
  struct Content {
    let source: OtherPage
    /// How many versions and observations there are.
    let versions: Int
    let observations: Int
  }

  let archive: Archive
  let other: Archive
  let file: DurableFile

  /// Folders that are filled and wait for their names.
  private var folders: [(temporary: String, name: String)] = []
  private var written: [(file: UnsyncedFile, path: String)] = []
  /// Folders of observations, whose names are not durable yet.
  private var quarantine: [String] = []

  init(archive: Archive, other: Archive, file: DurableFile) {
    (self.archive, self.other, self.file) = (archive, other, file)
  }

  /// Counts what there is of a page.
  static func content(of source: OtherPage) -> Content {
    Content(
      source: source, versions: source.lines.count { $0.visit.wroteVersion },
      observations: Set(source.lines.filter { $0.visit.outcome == .quarantined }.compactMap(\.visit.quarantine)).count)
  }

  /// Writes what there is of a page, all but its name.
  mutating func add(_ source: OtherPage) throws(ArchiveError) {
    let folder = source.page.folder
    do throws(SystemCallError) {
      try addObservations(source)
      let host = folder.split(separator: "/").dropLast().joined(separator: "/")
      try file.makeFolders(host, below: archive.layout)
      let temporary = "\(host)/\(TemporaryName.random())"
      try file.makeFolder(archive.layout.absolute(temporary))
      folders.append((temporary, folder))
      for line in source.lines where line.visit.wroteVersion {
        guard let version = line.visit.version else { continue }
        let name = ArchiveLayout.snapshotName(version)
        let bytes = try FileReading.bytes(of: other.layout.absolute("\(folder)/\(name)"))
        guard (try? SealedSnapshot.read(bytes, subject: name))?.digest == line.visit.digest else {
          throw SystemCallError(call: "read", number: EINVAL)
        }
        try add(bytes, as: name, in: temporary)
      }
      let log = source.lines.flatMap { VisitLines.sealed($0.members) + [UInt8(ascii: "\n")] }
      try add(log, as: ArchiveLayout.visitLog, in: temporary)
    } catch {
      throw ArchiveError(error, action: "Cannot take over the page folder", subject: folder)
    }
  }

  /// Gives all pages their names, when all that is in them is durable.
  mutating func finish() throws(ArchiveError) {
    do throws(SystemCallError) {
      try flush()
      let layout = archive.layout
      var folders = quarantine.flatMap(ArchiveLayout.withAncestors) + self.folders.map(\.temporary)
      try sync(folders)
      for folder in self.folders {
        try file.calls.rename(layout.absolute(folder.temporary), layout.absolute(folder.name))
      }
      folders = self.folders.flatMap { ArchiveLayout.withAncestors($0.name).dropFirst() }
      try sync(folders)
      (self.folders, quarantine) = ([], [])
    } catch {
      throw ArchiveError(error, action: "Cannot take over pages into", subject: archive.path)
    }
  }

  /// What was set aside comes first: the log names it.
  private mutating func addObservations(_ source: OtherPage) throws(SystemCallError) {
    let folder = ArchiveLayout.quarantineFolder(source.page.key)
    var names: [String] = []
    for line in source.lines where line.visit.outcome == .quarantined {
      guard let path = line.visit.quarantine else { continue }
      for path in QuarantineFiles.paths(ofObservation: path).reversed() {
        let name = String(path.split(separator: "/").last ?? "")
        guard path == "\(folder)/\(name)", QuarantineFiles.isObservation(name) else {
          throw SystemCallError(call: "read", number: EINVAL)
        }
        if !names.contains(name), FileReading.exists(other.layout.absolute(path)) { names.append(name) }
      }
    }
    guard !names.isEmpty else { return }
    try file.makeFolders(folder, below: archive.layout)
    quarantine.append(folder)
    for name in names {
      let bytes = try FileReading.bytes(of: other.layout.absolute("\(folder)/\(name)"))
      // One that a crash has left here is the same, or is in nobody's log.
      let own = archive.layout.absolute("\(folder)/\(name)")
      if (try? FileReading.bytes(of: own)) == bytes {
        try file.syncFile(own)
        continue
      }
      try file.remove(own)
      try add(bytes, as: name, in: folder)
    }
  }

  private mutating func add(_ bytes: [UInt8], as name: String, in folder: String) throws(SystemCallError) {
    let new = try file.begin(in: archive.layout.absolute(folder), bytes: bytes)
    written.append((new, archive.layout.absolute("\(folder)/\(name)")))
    if written.count == Self.maximumFiles { try flush() }
  }

  /// Makes the files durable that were written, and gives them their names.
  private mutating func flush() throws(SystemCallError) {
    let errors = file.sync(written.map(\.file))
    var failure: SystemCallError?
    for (new, error) in zip(written, errors) {
      do throws(SystemCallError) {
        try file.finish(new.file, error)
        try file.giveName(new.path, to: new.file.path)
      } catch {
        file.discard(new.file)
        failure = failure ?? error
      }
    }
    written = []
    if let failure { throw failure }
  }

  private func sync(_ folders: [String]) throws(SystemCallError) {
    var seen = Set<String>()
    let paths = folders.filter { seen.insert($0).inserted }
      .map { $0.isEmpty ? archive.layout.root : archive.layout.absolute($0) }
    if let error = file.syncFolders(paths).compactMap(\.self).first { throw error }
  }
}
