internal import Glibc
internal import StetModel

/// The names in a page's folder, sorted out.
struct PageFolder {
  /// Path below the archive's root.
  let path: String
  /// Versions that have a file, ascending.
  var versions: [Int] = []
  /// Files that a crash left unfinished.
  var temporaries: [String] = []
  /// What does not belong here.
  var foreign: [String] = []
  /// Whether the visit log stands here.
  var hasVisitLog = false

  /// Lists a folder; nil when there is none.
  static func list(_ layout: ArchiveLayout, _ path: String) throws(ArchiveError) -> PageFolder? {
    let entries: [FileReading.Entry]
    do throws(SystemCallError) {
      entries = try FileReading.entries(of: layout.absolute(path))
    } catch  where error.number == ENOENT {
      return nil
    } catch {
      throw ArchiveError(error, action: "Cannot read the page folder", subject: path)
    }
    var folder = PageFolder(path: path)
    for entry in entries {
      if TemporaryName.isIgnored(entry.name) { continue }
      if entry.kind != .file {
        folder.foreign.append(entry.name)
      } else if TemporaryName.isTemporary(entry.name) {
        folder.temporaries.append(entry.name)
      } else if entry.name == ArchiveLayout.visitLog {
        folder.hasVisitLog = true
      } else if let version = ArchiveLayout.version(ofSnapshot: entry.name) {
        folder.versions.append(version)
      } else {
        folder.foreign.append(entry.name)
      }
    }
    folder.versions.sort()
    return folder
  }

  /// Whether nothing of the page is here: a crash came between the folder and its first file.
  var isEmpty: Bool { versions.isEmpty && foreign.isEmpty && !hasVisitLog }
}
