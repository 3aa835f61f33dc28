import Glibc
import StetArchive
import StetModel

let book = "http://books.example/book"

/// An archive of one film with two versions and an alias, a book, and an address where only a wall was met.
func fillArchive(_ path: String) throws -> Archive {
  let writer = try ArchiveWriter.open(at: path)
  defer { writer.close() }
  _ = try writer.record(capture(film, says: "It begins.", at: day(1), aliases: ["http://reviews.example/old"]))
  _ = try writer.record(capture(book, says: "A book.", at: day(1)))
  _ = try writer.record(capture(film, says: "It goes on.", at: day(2)))
  _ = try writer.quarantine(capture("http://wall.example/", says: "Cookies?", at: day(2)), reason: "wall", body: [1])
  return writer.archive
}

extension ArchiveIndex {
  /// What a listing shows, and what it complains of.
  func listed(_ listing: PageListing = PageListing()) throws -> ([PageSummary], [ArchiveError]) {
    var (pages, errors): ([PageSummary], [ArchiveError]) = ([], [])
    try list(listing) {
      errors.append($0)
    } _: {
      pages.append($0)
      return true
    }
    return (pages, errors)
  }

  func due(at moment: Timestamp, by schedule: RevisitSchedule = .adaptive, host: String? = nil) throws -> [DuePage] {
    var pages: [DuePage] = []
    try duePages(at: moment, by: schedule, host: host) {
      pages.append($0)
      return true
    }
    return pages
  }
}

extension Archive {
  /// Whether there is an index that is up to date, and nothing in it drifts.
  var isIndexRight: Bool {
    get throws { try index(.refresh) != nil && indexDrift().isEmpty }
  }

  func exists(_ name: String) -> Bool { access("\(path)/\(name)", F_OK) == 0 }
}

func mayWrite(_ path: String) -> Bool { access(path, W_OK) == 0 }

/// Runs a body while no name can be made or removed in a folder (root can all the same).
func withReadOnly<T>(_ path: String, _ body: () throws -> T) throws -> T {
  guard chmod(path, 0o555) == 0 else { throw Trouble("chmod \(path): \(errno)") }
  defer { chmod(path, 0o755) }
  return try body()
}
