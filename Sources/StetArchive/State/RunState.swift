internal import GRDB
internal import Glibc
internal import StetModel

/// What runs remember from one to the next, beside the archive: `state/run.sqlite`.
///
/// One run writes at a time, under the archive's lock. It may be deleted at any time: the next run then asks every source anew.
public final class RunState: Sendable {
  static let path = "\(ArchiveLayout.state)/run.sqlite"

  /// Nil for a state that does not exist and may not be made: it is empty.
  private let queue: DatabaseQueue?
  private let path: String

  /// Opens the state of an archive that is open for writing. One that cannot be read is begun anew.
  /// - Throws: `cannotWrite`, `noSpace` or `inputOutput` when it cannot be made; `damaged` for a symbolic link in its place.
  public static func open(_ writer: ArchiveWriter) throws(ArchiveError) -> RunState {
    let layout = writer.archive.layout
    let path = layout.absolute(Self.path)
    do {
      return RunState(try open(path), path)
    } catch let error as SystemCallError {
      throw ArchiveError(error, action: "Cannot open", subject: path)
    } catch {
      for suffix in ["-wal", "-shm", "-journal", ""] { unsafe unlink(path + suffix) }
    }
    do {
      return RunState(try open(path), path)
    } catch {
      throw Self.error("Cannot open", error, path)
    }
  }

  /// Opens the state for reading; one that does not exist, or cannot be read, is empty.
  public static func reading(_ archive: Archive) -> RunState {
    let path = archive.layout.absolute(Self.path)
    guard FileReading.exists(path) else { return RunState(nil, path) }
    return RunState(try? open(path), path)
  }

  /// A state in which nothing is remembered.
  public static let empty = RunState(nil, "")

  private init(_ queue: DatabaseQueue?, _ path: String) {
    self.queue = queue
    self.path = path
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    let isThere = FileReading.exists(path)
    // SQLite would follow it, and keep its other files beside what it leads to.
    guard !FileReading.isLink(path) else { throw SystemCallError(call: "open", number: ELOOP) }
    var configuration = Configuration()
    if !isThere { configuration.journalMode = .wal }
    RunStateSchema.prepare(&configuration)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } ?? 0
    if version == RunStateSchema.version { return queue }
    guard version <= 1 else { throw DatabaseError(resultCode: .SQLITE_SCHEMA) }
    try queue.write { db in
      try db.execute(sql: version == 0 ? RunStateSchema.tables : RunStateSchema.secondVersion)
      try db.execute(sql: "PRAGMA user_version = \(RunStateSchema.version)")
    }
    return queue
  }

  /// Runs a query; an empty state has `nothing`.
  func read<T>(_ nothing: T, _ query: (Database) throws -> T) throws(ArchiveError) -> T {
    guard let queue else { return nothing }
    do {
      return try queue.read(query)
    } catch {
      throw Self.error("Cannot read", error, path)
    }
  }

  /// Runs a change, all of it or nothing.
  func write(_ change: (Database) throws -> Void) throws(ArchiveError) {
    guard let queue else { return }
    do {
      try queue.write(change)
    } catch {
      throw Self.error("Cannot write", error, path)
    }
  }

  private static func error(_ action: String, _ cause: any Error, _ path: String) -> ArchiveError {
    let code: ArchiveError.Code =
      switch (cause as? DatabaseError)?.resultCode {
      case .SQLITE_FULL?: .noSpace
      case .SQLITE_READONLY?, .SQLITE_CANTOPEN?, .SQLITE_PERM?: .cannotWrite
      default: .inputOutput
      }
    return ArchiveError(
      code: code,
      message: "\(action) '\(path)': \(cause). Remove it if that does not pass: it is made anew.", subject: path)
  }
}
