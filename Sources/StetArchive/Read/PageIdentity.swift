internal import Glibc
internal import StetModel

/// Whose folder a page folder is, read as tolerantly as can be: a damaged line must not hide the page.
enum PageIdentity {
  /// The page of a folder; nil when the folder is empty or gone.
  /// - Throws: `damaged` when nothing in the folder names its page.
  static func read(_ layout: ArchiveLayout, folder path: String) throws(ArchiveError) -> ArchivedPage? {
    var key: PageKey?
    var aliases: [String] = []
    let logPath = "\(path)/\(ArchiveLayout.visitLog)"
    do throws(SystemCallError) {
      for line in VisitLines(try FileReading.bytes(of: layout.absolute(logPath))).lines {
        guard let visit = try? VisitLines.visit(line) else { continue }
        key = key ?? visit.page
        // What led to a wall did not lead to the page.
        guard visit.outcome != .quarantined else { continue }
        for alias in visit.aliases where !aliases.contains(alias) { aliases.append(alias) }
      }
    } catch  where error.number == ENOENT {
    } catch {
      throw ArchiveError(error, action: "Cannot read the visit log", subject: logPath)
    }
    if let key { return ArchivedPage(key: key, folder: path, aliases: aliases) }

    guard let folder = try PageFolder.list(layout, path) else { return nil }
    for version in folder.versions {
      let name = layout.absolute("\(path)/\(ArchiveLayout.snapshotName(version))")
      if let bytes = try? FileReading.bytes(of: name), let page = (try? JSONParser.parse(bytes))?["page"]?.string {
        return ArchivedPage(key: PageKey(stored: page), folder: path, aliases: [])
      }
    }
    if folder.versions.isEmpty { return nil }
    throw ArchiveError(
      code: .damaged,
      message: "Cannot tell whose page folder '\(path)' is: none of its files can be read. "
        + "Restore it from a backup; 'stet verify' tells whether more is broken.", subject: path)
  }
}
