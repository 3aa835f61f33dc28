internal import StetArchive

/// A page as the room's addresses name it: by its folder in the archive, which is unique and keeps its name.
struct PageName: Sendable, Hashable {
  /// The host's folder (`reviews.example`, `127.0.0.1_8765`).
  let host: String
  /// The page's folder within it (`film_a~0123456789`).
  let folder: String

  /// The page with such a folder below the archive's root (`pages/reviews.example/film_a~0123456789`); nil when that is
  /// no page's folder.
  init?(folder path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "pages" else { return nil }
    self.init(host: String(parts[1]), folder: String(parts[2]))
  }

  /// nil for names that lead out of a folder, or that no folder of an archive has.
  init?(host: String, folder: String) {
    for name in [host, folder] {
      guard !name.isEmpty, !name.hasPrefix("."), !name.utf8.contains(where: { $0 == 0x2F || $0 == 0x5C || $0 < 0x20 })
      else { return nil }
    }
    self.host = host
    self.folder = folder
  }

  /// The folder below the archive's root.
  var path: String { "pages/\(host)/\(folder)" }
}
