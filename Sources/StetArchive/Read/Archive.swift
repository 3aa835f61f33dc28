internal import Glibc
public import StetModel

/// An archive, for reading: nothing here ever writes, and no lock is needed.
///
/// Reading while another run writes is safe: a version has its name only when it is whole.
public struct Archive: Sendable {
  let layout: ArchiveLayout

  /// Path of the archive's folder, relative when it was given so, without `..` where that leads nowhere else.
  public var path: String { layout.root }

  /// Opens an archive.
  /// - Throws: `noArchive` when nothing is there, `notAnArchive` when something else is, `newerFormat`; `damaged` when its
  ///   format document is none.
  public static func open(at path: String) throws(ArchiveError) -> Archive {
    let layout = ArchiveLayout(root: path)
    let subject = layout.absolute(ArchiveLayout.formatDocument)
    let bytes: [UInt8]
    do throws(SystemCallError) {
      bytes = try FileReading.bytes(of: subject)
    } catch  where error.number == ENOENT {
      throw FileReading.exists(path) ? notAnArchive(layout.root) : noArchive(layout.root)
    } catch  where error.number == ENOTDIR {
      throw notAnArchive(layout.root)
    } catch {
      throw ArchiveError(error, action: "Cannot open", subject: subject)
    }
    guard let document = try? JSONParser.parse(bytes) else {
      throw ArchiveError(
        code: .damaged,
        message: "Cannot read '\(subject)': it is not JSON. It should be {\"format\":\"\(FormatName.archive)\"}: "
          + "write that into it, then run 'stet verify'.", subject: subject)
    }
    try FormatName.archive.check(document, subject: subject, otherwise: .damaged)
    return Archive(layout: layout)
  }

  /// All pages, sorted by key.
  ///
  /// A page folder that cannot be read, or in which nothing tells whose it is, hides no other page: it is left out.
  /// - Parameter unreadable: is told of each such folder; `verify` tells of them too.
  public func pages(unreadable: (ArchiveError) -> Void = { _ in }) throws(ArchiveError) -> [ArchivedPage] {
    var pages: [ArchivedPage] = []
    for folder in try pageFolders() {
      do throws(ArchiveError) {
        if let page = try PageIdentity.read(layout, folder: folder) { pages.append(page) }
      } catch {
        unreadable(error)
      }
    }
    return pages.sorted { $0.key == $1.key ? $0.folder < $1.folder : $0.key < $1.key }
  }

  /// The page with exactly this key; nil when the archive has none.
  public func page(_ key: PageKey) throws(ArchiveError) -> ArchivedPage? {
    let folder = ArchiveLayout.pageFolder(key)
    try layout.refuseLinks(at: folder)
    guard let page = try PageIdentity.read(layout, folder: folder) else { return nil }
    return page.key == key ? page : nil
  }

  /// Paths of all page folders below the root, sorted.
  func pageFolders() throws(ArchiveError) -> [String] {
    var folders: [String] = []
    for host in try folderNames(in: ArchiveLayout.pages) {
      let path = "\(ArchiveLayout.pages)/\(host)"
      for page in try folderNames(in: path) where FolderName.isPageFolder(page) { folders.append("\(path)/\(page)") }
    }
    return folders
  }

  /// Folders that hold WARC files (`warc/2026/11`), sorted.
  func evidenceFolders() throws(ArchiveError) -> [String] {
    var folders: [String] = []
    for year in try folderNames(in: ArchiveLayout.warc) {
      for month in try folderNames(in: "\(ArchiveLayout.warc)/\(year)") {
        folders.append("\(ArchiveLayout.warc)/\(year)/\(month)")
      }
    }
    return folders
  }

  /// Names of the folders in a folder; none when it does not exist.
  func folderNames(in path: String) throws(ArchiveError) -> [String] {
    try entries(in: path).filter { $0.kind == .folder && !$0.name.hasPrefix(".") }.map(\.name)
  }

  /// What stands in a folder; nothing when it does not exist.
  func entries(in path: String) throws(ArchiveError) -> [FileReading.Entry] {
    do throws(SystemCallError) {
      return try FileReading.entries(of: layout.absolute(path))
    } catch  where error.number == ENOENT {
      return []
    } catch {
      throw ArchiveError(error, action: "Cannot read the folder", subject: layout.absolute(path))
    }
  }

  static func noArchive(_ path: String) -> ArchiveError {
    ArchiveError(
      code: .noArchive,
      message: "Cannot open the archive '\(path)': it does not exist. "
        + "Store a page with 'stet archive URL', or name another folder with --archive.", subject: path)
  }

  static func notAnArchive(_ path: String) -> ArchiveError {
    ArchiveError(
      code: .notAnArchive,
      message: "Cannot open the archive '\(path)': there is no \(ArchiveLayout.formatDocument) in it. "
        + "Name another folder with --archive.", subject: path)
  }
}
