extension Archive {
  /// The path, for the file system, of one of the archive's WARC files or of the index beside it; nil when there is no such
  /// file.
  ///
  /// Only names that stet gives, in folders of months, are looked up, and what is behind a symbolic link is not found: no
  /// path leads out of the archive.
  /// - Parameter path: below the archive's root (`warc/2026/11/stet-….warc.gz`).
  public func evidenceFile(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == ArchiveLayout.warc, Self.isNumber(parts[1], digits: 4),
      Self.isNumber(parts[2], digits: 2)
    else { return nil }
    let name = parts[3].hasSuffix(WARCFileName.indexSuffix) ? String(parts[3].dropLast(5)) : parts[3]
    guard WARCFileName(name) != nil, !name.utf8.contains(0) else { return nil }
    let year = layout.absolute("\(parts[0])/\(parts[1])")
    guard FileReading.kind(of: year) == .folder, FileReading.kind(of: "\(year)/\(parts[2])") == .folder,
      FileReading.kind(of: layout.absolute(path)) == .file
    else { return nil }
    return layout.absolute(path)
  }

  private static func isNumber(_ text: String, digits: Int) -> Bool {
    text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
