internal import StetModel
internal import StetWARC

/// All whole captures of an archive, by file: a revisit counts only where what it leans on does.
struct SurveyedEvidence: Sendable {
  private(set) var files: [EvidenceSurvey] = []
  private(set) var table = EvidenceTable()

  /// Reads all WARC files, side by side.
  /// - Parameter progress: is told how many files are read, and of how many.
  init(_ archive: Archive, progress: (_ done: Int, _ total: Int) -> Void) throws(ArchiveError) {
    var paths: [(folder: String, name: String)] = []
    for folder in try archive.evidenceFolders() {
      for entry in try archive.entries(in: folder) where entry.kind == .file && WARCFileName(entry.name) != nil {
        paths.append((folder, entry.name))
      }
    }
    let layout = archive.layout
    let found = paths
    files = ParallelWork.run(
      found.count, threads: WorkerThreads.processors, progress: { progress($0, found.count) }
    ) { EvidenceSurvey(layout, folder: found[$0].folder, name: found[$0].name) }
    var revisits: [EvidenceSurvey.Capture] = []
    for file in files {
      for capture in file.captures {
        if capture.original == nil { table.insert(capture.entry) } else { revisits.append(capture) }
      }
    }
    // What a revisit leans on is a response, so one round is enough.
    for revisit in revisits where revisit.original.map({ table.match($0) == .same }) ?? false {
      table.insert(revisit.entry)
    }
  }

  /// Whether a capture is whole, with what it leans on.
  func contains(_ capture: EvidenceSurvey.Capture) -> Bool { table.match(capture.entry) == .same }
}
