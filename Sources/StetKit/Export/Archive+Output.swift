public import StetArchive

extension Archive {
  /// The names in an archive's folder that are its own; beside them there is room for a feed, say.
  private static let ownNames: Set<Substring> = ["pages", "warc", "quarantine", "state", "stet-archive.json"]

  /// Sees that an export does not write over what the archive is made of.
  /// - Parameter path: of the output, which need not exist.
  /// - Throws: `occupied` for a place among the archive's own files.
  public func checkOutput(_ path: String) throws(ExportError) {
    let isFile = path.contains { $0 != "/" } && !path.hasSuffix("/")
    let cut = isFile ? path.lastIndex(of: "/") : nil
    let name = isFile ? String(path[(cut.map { path.index(after: $0) } ?? path.startIndex)...]) : ""
    let parent = isFile ? cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "." : path
    // As it stands, and where a link at its place leads.
    let root = realPath + "/"
    for place in [RealPath.of(parent).map { "\($0)/\(name)" }, RealPath.of(path)] {
      guard let place, place.hasPrefix(root), let first = place.dropFirst(root.count).split(separator: "/").first
      else { continue }
      guard Self.ownNames.contains(first) || first.hasPrefix("index.sqlite") else { continue }
      throw ExportError(
        code: .occupied,
        message: "Cannot write '\(path)': it is among the files of the archive '\(self.path)'. Name another place.",
        subject: path)
    }
  }
}
