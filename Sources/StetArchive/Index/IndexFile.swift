internal import GRDB
internal import Glibc

/// `index.sqlite` as a file: opening, removing, and whether it is one of ours.
enum IndexFile {
  static let name = "index.sqlite"

  /// Opens the index for reading and writing.
  /// - Parameter creating: whether a missing one is made; else nil.
  /// - Returns: nil when there is none, or one of another version.
  /// - Throws: `DatabaseError`, on a file that is no database too, and on a symbolic link.
  static func open(_ layout: ArchiveLayout, creating: Bool) throws -> DatabaseQueue? {
    let path = layout.absolute(name)
    let isThere = FileReading.exists(path)
    guard isThere || creating else { return nil }
    if isThere { try refuseLink(path) }
    var configuration = Configuration()
    // The file itself remembers; asked for again, GRDB would write to it, and wait for the disk, with each opening.
    if !isThere { configuration.journalMode = .wal }
    IndexSchema.prepare(&configuration)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    if !isThere { try makeTables(queue) }
    guard try version(of: queue) == IndexSchema.version else { return nil }
    try queue.read(SearchWeight.register)
    return queue
  }

  /// Opens an index that may not be written.
  /// - Returns: nil when there is none, one of another version, or one with changes that wait in its write-ahead log.
  static func openReadOnly(_ layout: ArchiveLayout) throws -> DatabaseQueue? {
    let path = layout.absolute(name)
    var facts = stat()
    guard FileReading.exists(path) else { return nil }
    try refuseLink(path)
    guard unsafe stat("\(path)-wal", &facts) != 0 || facts.st_size == 0 else { return nil }
    var configuration = Configuration()
    configuration.readonly = true
    IndexSchema.prepare(&configuration)
    // Without `immutable` SQLite makes files beside a database in WAL mode, which it may not do here.
    let queue = try DatabaseQueue(path: "file:\(percentEncoded(path))?immutable=1", configuration: configuration)
    guard try version(of: queue) == IndexSchema.version else { return nil }
    try queue.read(SearchWeight.register)
    return queue
  }

  /// An index of its own in a temporary file, which goes when it is closed.
  static func openTemporary() throws -> DatabaseQueue {
    var configuration = Configuration()
    IndexSchema.prepare(&configuration)
    let queue = try DatabaseQueue(path: "", configuration: configuration)
    try makeTables(queue)
    try queue.read(SearchWeight.register)
    return queue
  }

  /// Removes the index. Whoever has it open reads on in what was removed.
  static func remove(_ layout: ArchiveLayout) {
    for suffix in ["-wal", "-shm", "-journal", ""] { unsafe unlink(layout.absolute(name) + suffix) }
  }

  /// Whether files may be made and changed where the index stands.
  static func isWritable(_ layout: ArchiveLayout) -> Bool {
    let path = layout.absolute(name)
    // A link is replaced, whatever it leads to.
    return unsafe access(layout.root, W_OK | X_OK) == 0
      && (!FileReading.exists(path) || FileReading.isLink(path) || access(path, W_OK) == 0)
  }

  /// SQLite would follow a link, and keep its other files beside what it leads to.
  private static func refuseLink(_ path: String) throws(DatabaseError) {
    guard FileReading.isLink(path) else { return }
    throw DatabaseError(resultCode: .SQLITE_NOTADB, message: "it is a symbolic link, and stet follows none")
  }

  private static func makeTables(_ queue: DatabaseQueue) throws {
    try queue.write { db in
      try db.execute(sql: IndexSchema.tables)
      // More words are gathered before they are written: fewer pieces to merge later.
      try db.execute(sql: "INSERT INTO words (words, rank) VALUES ('hashsize', 16777216)")
      try db.execute(sql: "PRAGMA user_version = \(IndexSchema.version)")
    }
  }

  private static func version(of queue: DatabaseQueue) throws -> Int? {
    try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }

  private static func percentEncoded(_ path: String) -> String {
    path.utf8.map { byte -> String in
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x7E: String(decoding: [byte], as: UTF8.self)
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
