internal import Glibc
internal import Synchronization

/// What a verification has yet to look at, handed out to its threads: the WARC files, the longest first, then the page
/// folders, of which only one name at a time is in memory.
final class VerificationQueue: Sendable {
  enum Item {
    case evidence(folder: String, name: String)
    case page(folder: String)
  }

  private struct State {
    var files: [(folder: String, name: String)]
    var hosts: [String]
    /// The host folder at hand.
    var host: (path: String, entries: FolderStream)?
    var error: ArchiveError?
  }

  private let archive: Archive
  private let state: Mutex<State>

  /// - Parameter files: the WARC files.
  init(_ archive: Archive, files: [(folder: String, name: String)]) throws(ArchiveError) {
    func length(_ file: (folder: String, name: String)) -> Int {
      FileReading.length(of: archive.layout.absolute("\(file.folder)/\(file.name)")) ?? 0
    }
    let sorted = files.map { (file: $0, length: length($0)) }.sorted { $0.length < $1.length }.map(\.file)
    let hosts = try archive.folderNames(in: ArchiveLayout.pages)
    self.archive = archive
    state = Mutex(State(files: sorted, hosts: hosts.reversed()))
  }

  /// The next, for any thread; nil when there is no more, or when a folder cannot be listed.
  func next() -> Item? {
    state.withLock { state -> Item? in
      if let file = state.files.popLast() { return .evidence(folder: file.folder, name: file.name) }
      while state.error == nil {
        do throws(SystemCallError) {
          while let host = state.host, let entry = try host.entries.next() {
            if entry.kind == .folder, FolderName.isPageFolder(entry.name) {
              return .page(folder: "\(host.path)/\(entry.name)")
            }
          }
          guard let name = state.hosts.popLast() else { return nil }
          let path = "\(ArchiveLayout.pages)/\(name)"
          state.host = nil
          state.host = (path, try FolderStream(archive.layout.absolute(path)))
        } catch  where error.isMissing {
          // Taken away meanwhile.
          continue
        } catch {
          let subject = state.host?.path ?? ArchiveLayout.pages
          state.error = ArchiveError(error, action: "Cannot read the folder", subject: archive.layout.absolute(subject))
        }
      }
      return nil
    }
  }

  /// Why not all of it was handed out; nil when all was.
  var error: ArchiveError? { state.withLock(\.error) }
}
