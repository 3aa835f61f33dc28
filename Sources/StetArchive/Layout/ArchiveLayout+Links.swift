internal import Glibc

extension ArchiveLayout {
  /// Sees that a folder is no symbolic link, nor stands in one: what is stored there would be outside of the archive, where
  /// no list finds it. The folders at the top (`pages`, `warc` …) may be links, to a larger disk, say.
  /// - Parameter folder: below the root; need not exist.
  /// - Throws: `damaged`, naming the link.
  func refuseLinks(at folder: String) throws(ArchiveError) {
    for path in Self.withAncestors(folder).dropLast(2) where FileReading.isLink(absolute(path)) {
      throw ArchiveError(SystemCallError(call: "open", number: ELOOP), action: "Cannot open the folder", subject: path)
    }
  }
}
