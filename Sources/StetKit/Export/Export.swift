internal import Glibc
public import StetArchive
internal import StetDigest
internal import StetModel
internal import StetRender

/// The records of an archive in another form. The same archive and selection give the same bytes.
///
/// One version is in memory at a time; of a feed, which is sorted by time, a few words on each.
public struct Export {
  private let archive: Archive
  private let selection: ExportSelection
  private let progress: (_ done: Int, _ total: Int) -> Void
  private let shouldStop: () -> Bool

  /// An export.
  /// - Parameters:
  ///   - progress: told of pages done, of how many.
  ///   - shouldStop: asked after every page; then nothing is left of the export.
  public init(
    _ archive: Archive, _ selection: ExportSelection, progress: @escaping (Int, Int) -> Void = { _, _ in },
    shouldStop: @escaping () -> Bool = { false }
  ) {
    self.archive = archive
    self.selection = selection
    self.progress = progress
    self.shouldStop = shouldStop
  }

  /// Writes to a path, which bears the result only when all of it is there.
  /// - Throws: `ExportError`; `ArchiveError` when something that belongs in it cannot be read.
  public func write(_ form: ExportForm, toPath path: String) throws -> ExportCount {
    if form == .markdown {
      let folder = try OutputFolder(path)
      let count = try writeMarkdown(into: folder)
      try folder.commit()
      return count
    }
    let file = try OutputFile(path)
    let count = try write(form) { try file.write($0) }
    try file.commit()
    return count
  }

  /// Writes to whoever takes bytes; a Markdown folder cannot be written so.
  /// - Throws: `ArchiveError`, and what `sink` throws.
  public func write(_ form: ExportForm, to sink: ([UInt8]) throws -> Void) throws -> ExportCount {
    switch form {
    case .jsonl: return try writeLines(to: sink)
    case .csv: return try writeTable(to: sink)
    case .atom: return try AtomExport(archive: archive, selection: selection).write(walk: walk, to: sink)
    case .warc, .wacz: return try writeEvidence(form, to: sink)
    case .markdown:
      throw ExportError(
        code: .cannotWrite, message: "Cannot write Markdown to one stream: it is a folder of files. Name a folder.",
        subject: "-")
    }
  }

  private func writeLines(to sink: ([UInt8]) throws -> Void) throws -> ExportCount {
    try walk { version in
      try sink(CanonicalJSON.bytes(version.sealed.document) + [UInt8(ascii: "\n")])
    }
  }

  private func writeTable(to sink: ([UInt8]) throws -> Void) throws -> ExportCount {
    var table = CSVRendering()
    try sink(Array(table.header().utf8))
    var count = try walk { version in try sink(Array(table.row(version.stored).utf8)) }
    count.cutCells = table.cutCells
    return count
  }

  private func writeEvidence(_ form: ExportForm, to sink: ([UInt8]) throws -> Void) throws -> ExportCount {
    var evidence = EvidenceSelection(archive, selection)
    var visited: String?
    var count = try walk { version in
      try evidence.add(version)
      guard selection.versions == .all, visited != version.page.folder else { return }
      visited = version.page.folder
      try evidence.addVisits(of: version.page)
    }
    evidence.sort()
    if form == .wacz {
      try WACZExport(archive: archive, selection: evidence, title: selection.title).write(to: sink)
    } else {
      try WARCExport(archive, evidence).write(to: sink)
    }
    count.captures = evidence.places.count
    count.versionsWithoutResponse = evidence.versionsWithout
    return count
  }

  /// A file for each page, or for each version: `HOST/NAME.md`, `HOST/NAME.2.md`.
  private func writeMarkdown(into folder: OutputFolder) throws -> ExportCount {
    try walk { version in
      // Names that are safe everywhere: those of the page folders.
      var name = version.page.folder.split(separator: "/").dropFirst().joined(separator: "/")
      if selection.versions == .all { name += ".\(version.sealed.snapshot.version)" }
      try folder.write("\(name).md", Array(MarkdownFile.render(version.stored).utf8))
    }
  }

  private func walk(_ body: (SelectedVersion) throws -> Void) throws -> ExportCount {
    let walk = VersionWalk(archive: archive, selection: selection)
    let total = try walk.pageCount()
    var count = ExportCount()
    try walk.run {
      count.pages += 1
      progress(count.pages, total)
      if shouldStop() {
        throw ExportError(code: .stopped, message: "Stopped: nothing was exported.", subject: archive.path)
      }
    } _: { version in
      try body(version)
      count.versions += 1
    }
    return count
  }
}
