internal import Glibc
internal import StetDigest
internal import StetModel

/// Names of what an export writes.
enum OutputName {
  private static let start = ".stet-export-"
  private static let end = ".tmp"

  /// The folder that a path stands in.
  static func folder(of path: String) -> String {
    let path = trimmed(path)
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path that nobody else has, for what is not finished: the name tells what it is to become.
  static func draft(of place: String) -> String {
    "\(folder(of: place))/\(prefix(place))\(String(UInt64.random(in: 0 ... .max), radix: 16))\(end)"
  }

  /// Whether a name is one that `draft(of:)` gives.
  static func isDraft(_ name: String, of place: String) -> Bool { name.hasPrefix(prefix(place)) && name.hasSuffix(end) }

  /// The names in a folder, in no order; none where it cannot be read.
  static func all(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func prefix(_ place: String) -> String {
    let path = trimmed(place)
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path
    return "\(start)\(Digest.sha256(of: String(name)).hexadecimal.prefix(16))-"
  }

  /// Without slashes at its end.
  private static func trimmed(_ path: String) -> Substring {
    var path = path[...]
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
