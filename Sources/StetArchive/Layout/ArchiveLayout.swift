internal import StetModel

/// The paths of an archive. Relative paths start below its root and are what messages and visit lines name.
struct ArchiveLayout: Sendable {
  static let formatDocument = "stet-archive.json"
  static let pages = "pages"
  static let quarantine = "quarantine"
  static let warc = "warc"
  static let state = "state"
  static let visitLog = "visits.jsonl"

  /// Path of the archive's folder, relative when it was given so, without detours.
  let root: String

  init(root path: String) { root = FolderPath.cleaned(path) }

  /// The path below the root, for the file system.
  func absolute(_ relative: String) -> String { root.hasSuffix("/") ? root + relative : "\(root)/\(relative)" }

  static func pageFolder(_ key: PageKey) -> String { "\(pages)/\(FolderName(key))" }
  static func quarantineFolder(_ key: PageKey) -> String { "\(quarantine)/\(FolderName(key))" }
  /// A folder and those above it, the root (empty) last.
  static func withAncestors(_ folder: String) -> [String] {
    var steps = folder.split(separator: "/")
    var paths: [String] = []
    while !steps.isEmpty {
      paths.append(steps.joined(separator: "/"))
      steps.removeLast()
    }
    return paths + [""]
  }

  static func snapshotName(_ version: Int) -> String { "\(version).json" }

  /// The version that a file name stands for; nil when it is no snapshot's name.
  static func version(ofSnapshot name: String) -> Int? {
    guard name.hasSuffix(".json"), let version = Int(name.dropLast(5)), version > 0 else { return nil }
    // Only the one spelling: no sign, no leading zero.
    return snapshotName(version) == name ? version : nil
  }
}
