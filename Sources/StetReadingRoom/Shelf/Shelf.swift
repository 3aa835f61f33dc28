internal import StetArchive
internal import StetModel
internal import Synchronization

/// What the room reads of an archive: the pages take everything that they show from here.
///
/// One index is kept open for all requests, and brought up to date when somebody asks and a second has passed since.
final class Shelf: Sendable {
  let archive: Archive
  /// What was read of pages' histories.
  let histories = Mutex(HistoryCache())
  /// What was drawn of hosts.
  let charts = Mutex(ChartCache())

  private struct State {
    var index: ArchiveIndex?
    /// When it was last seen to be up to date; nil: not yet.
    var checked: ContinuousClock.Instant?
    var isBeingChecked = false
  }

  /// More readers at once would only wait for the processors.
  private static let connections = 4

  /// How long what was read counts as up to date.
  let interval: Duration
  /// What runs had trouble with, by host folder, and when that was read.
  let knownTroubles = Mutex<(at: ContinuousClock.Instant, troubles: [String: [RunTrouble]])?>(nil)
  private let state = Mutex(State())
  /// Held by the one who makes the index, while there is none.
  private let making = Mutex(())

  /// - Parameter interval: how long the index counts as up to date.
  init(_ archive: Archive, interval: Duration = .seconds(1)) {
    self.archive = archive
    self.interval = interval
  }

  /// The index, up to date within the interval. While one request brings it up to date, the others have what it said before.
  func current() throws(ArchiveError) -> ArchiveIndex {
    let (index, isDue) = state.withLock { state -> (ArchiveIndex?, Bool) in
      guard let index = state.index else { return (nil, false) }
      let isDue = !state.isBeingChecked && state.checked.map { .now - $0 >= interval } ?? true
      if isDue { state.isBeingChecked = true }
      return (index, isDue)
    }
    guard let index else { return try opened() }
    guard isDue else { return index }
    do throws(ArchiveError) {
      // What is open would go on to answer for an archive that has been taken away.
      _ = try Archive.open(at: archive.path)
    } catch {
      state.withLock { $0.isBeingChecked = false }
      throw error
    }
    let current = index.current()
    let widened = current === index ? index : current.widened(to: Self.connections)
    state.withLock { $0 = State(index: widened, checked: .now) }
    return widened
  }

  /// Runs queries on the index. One that turns out to be broken is made anew, once.
  func reading<Value>(_ query: (ArchiveIndex) throws(ArchiveError) -> Value) throws(ArchiveError) -> Value {
    let index = try current()
    do throws(ArchiveError) {
      return try query(index)
    } catch  where error.code == .damaged && error.subject.hasSuffix(ArchiveIndex.fileName) {
      state.withLock { if $0.index === index { $0.index = nil } }
      return try query(try current())
    }
  }

  /// Opens the index, and makes it where there is none.
  func open(progress: (_ done: Int, _ total: Int) -> Void) throws(ArchiveError) { _ = try opened(progress) }

  private func opened(_ progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(ArchiveError)
    -> ArchiveIndex
  {
    let index = making.withLock { _ -> ArchiveIndex? in
      if let index = state.withLock({ $0.index }) { return index }
      let made = archive.index(.build, patience: .seconds(60), progress: progress)?.widened(to: Self.connections)
      state.withLock { $0 = State(index: made, checked: .now) }
      return made
    }
    guard let index else {
      throw ArchiveError(
        code: .inputOutput, message: "Cannot make an index of '\(archive.path)'. Free some space, then try again.",
        subject: archive.path)
    }
    return index
  }

  /// The page with this name; nil when the archive has none.
  func page(_ name: PageName) throws(ArchiveError) -> ArchivedPage? { try archive.page(folder: name.path) }
}
