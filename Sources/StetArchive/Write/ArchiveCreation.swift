internal import Glibc
internal import StetModel

/// Makes the folder of a new archive. Its format document is the first thing in it.
struct ArchiveCreation {
  let layout: ArchiveLayout
  let file: DurableFile

  /// Creates what is missing of an archive. A folder that holds anything else is refused.
  func createIfAbsent() throws(ArchiveError) {
    let document = layout.absolute(ArchiveLayout.formatDocument)
    if FileReading.exists(document) { return }
    do throws(SystemCallError) {
      try makeRoot()
      try refuseForeignFolder()
      try file.create(ArchiveLayout.formatDocument, in: layout.root, bytes: Self.formatDocument)
    } catch  where error.number == EEXIST || FileReading.exists(document) {
      // Another run was faster (and may have cleared our unfinished file away): fine, the lock decides who goes on.
    } catch  where error.number == ENOTEMPTY {
      throw ArchiveError(
        code: .notAnArchive,
        message: "Cannot create an archive in '\(layout.root)': the folder holds other files and no "
          + "\(ArchiveLayout.formatDocument). Name an empty or new folder with --archive.", subject: layout.root)
    } catch {
      throw ArchiveError(error, action: "Cannot create the archive", subject: layout.root)
    }
  }

  /// Makes the folder and those above it, each made durable in its parent.
  private func makeRoot() throws(SystemCallError) {
    var missing: [String] = []
    var path = layout.root
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    while !path.isEmpty, path != "/", !FileReading.exists(path) {
      missing.append(path)
      path = Self.parent(of: path)
    }
    for path in missing.reversed() {
      try file.makeFolder(path)
      try file.syncFolder(Self.parent(of: path))
    }
  }

  private func refuseForeignFolder() throws(SystemCallError) {
    let isTaken = try FileReading.entries(of: layout.root).contains { !TemporaryName.isTemporary($0.name) }
    if isTaken { throw SystemCallError(call: "create", number: ENOTEMPTY) }
  }

  private static var formatDocument: [UInt8] {
    CompactJSON.bytes(.object(["format": .string(FormatName.archive.description)])) + [UInt8(ascii: "\n")]
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    var parent = path[..<slash]
    while parent.hasSuffix("/") { parent.removeLast() }
    return parent.isEmpty ? "/" : String(parent)
  }
}
