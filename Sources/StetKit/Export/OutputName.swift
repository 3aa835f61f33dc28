/// Names of what an export writes.
enum OutputName {
  /// The folder that a path stands in.
  static func folder(of path: String) -> String {
    var path = path[...]
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A name that nobody else has, for what is not finished.
  static func temporary(in folder: String) -> String {
    "\(folder)/.stet-export-\(String(UInt64.random(in: 0 ... .max), radix: 16)).tmp"
  }
}
