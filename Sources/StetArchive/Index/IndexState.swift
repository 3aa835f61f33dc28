internal import GRDB

/// What an index says of itself.
struct IndexState {
  /// Whether every page was read at least once since the index was made.
  var isComplete = false
  /// How far it has read the journal.
  var position = JournalPosition()

  static func read(_ db: Database) throws -> IndexState {
    var values: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, CAST(value AS TEXT) FROM state") { values[row[0]] = row[1] }
    var state = IndexState(isComplete: values["complete"] == "1")
    state.position.journal = values["journal"] ?? ""
    state.position.offset = values["offset"].flatMap { Int($0) } ?? 0
    state.position.openBoot = values["boot"]
    state.position.pending = values["pending"]?.split(separator: "\n").map(String.init) ?? []
    return state
  }

  func write(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM state")
    var values = ["complete": isComplete ? "1" : "0", "journal": position.journal, "offset": "\(position.offset)"]
    values["boot"] = position.openBoot
    if !position.pending.isEmpty { values["pending"] = position.pending.joined(separator: "\n") }
    for (name, value) in values {
      try db.execute(sql: "INSERT INTO state (name, value) VALUES (?, ?)", arguments: [name, value])
    }
  }
}
