/// The path of a folder, as short as it can be without leading elsewhere.
enum FolderPath {
  /// A path without `.`, doubled slashes and a slash at its end, and without `NAME/..` where NAME is a folder. Where it is a symbolic link,
  /// `..` is the folder above its target, which the text does not tell: there both stay.
  static func cleaned(_ path: String) -> String {
    guard !path.isEmpty else { return path }
    let root = path.hasPrefix("/") ? "/" : ""
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == "..", let last = names.last, last != "..",
        FileReading.kind(of: root + names.joined(separator: "/")) == .folder
      {
        names.removeLast()
      } else if name != ".." || !names.isEmpty || root.isEmpty {
        // Above the root is the root.
        names.append(name)
      }
    }
    let cleaned = root + names.joined(separator: "/")
    return cleaned.isEmpty ? "." : cleaned
  }
}
