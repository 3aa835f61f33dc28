internal import StetDigest
internal import StetModel

/// Appends visits to a page's log.
struct VisitWriter {
  let layout: ArchiveLayout
  let file: DurableFile

  /// Writes the visit's line, chained to the line before it; durable on return.
  func append(_ visit: inout Visit, to page: inout OpenPage) throws(ArchiveError) {
    visit.previous = page.log.head
    let line = CanonicalJSON.bytes(visit.json)
    let path = "\(page.folder)/\(ArchiveLayout.visitLog)"
    do throws(SystemCallError) {
      // Before the first line: once a line stands, every later run takes the folders for durable.
      if page.log.visits.isEmpty {
        // The log's own name too: it is there before its folder is synced.
        try makeFolder(of: page)
        try syncFolders(page.folder)
      }
      try file.append(line + [UInt8(ascii: "\n")], to: layout.absolute(path), at: page.log.completeLength)
    } catch {
      throw ArchiveError(error, action: "Cannot write to the visit log", subject: layout.absolute(path))
    }
    page.log = VisitLog(
      visits: page.log.visits + [visit], head: VisitLines.hash(line[...]),
      completeLength: page.log.completeLength + line.count + 1, exists: true)
  }

  /// Makes a page's folder and its log, empty for now.
  func makeFolder(of page: OpenPage) throws(SystemCallError) {
    try makeFolder(page.folder)
    if !page.log.exists { try file.touch(layout.absolute("\(page.folder)/\(ArchiveLayout.visitLog)")) }
  }

  /// Makes a folder below the root and those above it.
  func makeFolder(_ relative: String) throws(SystemCallError) {
    var path = ""
    for step in relative.split(separator: "/") {
      path += path.isEmpty ? String(step) : "/\(step)"
      try file.makeFolder(layout.absolute(path))
    }
  }

  /// Makes a folder's entries durable, and the folder itself in those above it, up to the archive's root.
  ///
  /// Whether this run made the folders does not matter: an earlier one may have died before it synced them.
  func syncFolders(_ relative: String) throws(SystemCallError) {
    var steps = relative.split(separator: "/")
    while !steps.isEmpty {
      try file.syncFolder(layout.absolute(steps.joined(separator: "/")))
      steps.removeLast()
    }
    try file.syncFolder(layout.root)
  }
}
