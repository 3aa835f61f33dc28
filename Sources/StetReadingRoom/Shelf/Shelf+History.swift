internal import StetArchive
internal import StetDiff
internal import StetKit
internal import StetModel
internal import Synchronization

extension Shelf {
  /// A page's history, each version compared with the one before it in time. Two snapshots are in memory at a time.
  func history(of page: ArchivedPage, _ name: PageName) throws(ArchiveError) -> PageHistory {
    let visits = try archive.visits(of: page)
    let numbers = try archive.versionsInTime(of: page)
    let signature = HistoryCache.Signature(visits: visits.count, last: visits.last, versions: numbers)
    let versions: [VersionNote]
    if let known = histories.withLock({ $0.versions(of: page.folder, signature) }) {
      versions = known
    } else {
      versions = try notes(numbers, of: page)
      histories.withLock { $0.keep(versions, of: page.folder, signature) }
    }
    let inTime = visits.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    return PageHistory(page: page, name: name, versions: versions, visits: inTime)
  }

  private func notes(_ numbers: [Int], of page: ArchivedPage) throws(ArchiveError) -> [VersionNote] {
    let rereading = Rereading(archive)
    var notes: [VersionNote] = []
    var before: SealedSnapshot?
    for number in numbers {
      let sealed: SealedSnapshot
      do throws(ArchiveError) {
        sealed = try archive.snapshot(number, of: page)
      } catch  where error.code == .damaged {
        // One broken version must not hide the others.
        notes.append(VersionNote(damaged: number, error.message, captured: try moment(of: number, of: page)))
        continue
      }
      var change: VersionChange?
      if let before, before.redaction == nil, sealed.redaction == nil {
        change = VersionChange(before.snapshot, sealed.snapshot, rereading: rereading)
      }
      notes.append(Self.note(sealed, previous: before?.snapshot.version, change))
      before = sealed
    }
    return notes
  }

  /// When a version was captured, as the visit says that wrote it.
  private func moment(of version: Int, of page: ArchivedPage) throws(ArchiveError) -> Timestamp {
    let writing = try archive.visits(of: page).first { $0.wroteVersion && $0.version == version }
    return writing?.at ?? Timestamp(secondsSince1970: 0)
  }

  private static func note(_ sealed: SealedSnapshot, previous: Int?, _ change: VersionChange?) -> VersionNote {
    let snapshot = sealed.snapshot
    return VersionNote(
      version: snapshot.version, captured: snapshot.captured, cause: snapshot.cause, title: snapshot.review?.title,
      isReadable: snapshot.review != nil, redaction: sealed.redaction?.description, previous: previous,
      phrases: change?.diff.phrases() ?? [], severity: change?.diff.severity, note: change?.note,
      rating: snapshot.review?.rating, words: snapshot.review.map { WordCount.of($0.bodyText) } ?? 0,
      record: snapshot.response?.record)
  }
}
