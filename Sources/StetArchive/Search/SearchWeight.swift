internal import GRDB
internal import GRDBSQLite

/// BM25 as an auxiliary function of FTS5: how well a version fits, as a negative number, the best the lowest.
///
/// FTS5's own `bm25` walks through all that fits any word of the query before it answers once, and looks the length of each
/// version up in a table of its own. This one is given both:
///
///     weight(words, length of the text, usual length, rarity of the first term, of the second …)
enum SearchWeight {
  /// How soon another find of the same word adds little, and how much a long text is held against a version: as in `bm25`.
  private static let (saturation, lengthShare) = (1.2, 0.75)
  private static let columnWeights = SearchField.allCases.map(\.weight)

  /// The call, for SQL, with the arguments that follow `words`.
  static func call(length: String, terms: Int) -> String {
    "weight(words, \(length), ?\(String(repeating: ", ?", count: terms)))"
  }

  /// Makes the function known to a connection, once.
  static func register(_ db: Database) throws {
    let api = unsafe UnsafeMutablePointer(mutating: FTS5.api(db))
    let code = unsafe api.pointee.xCreateFunction(api, "weight", nil, function, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  // The pointers are SQLite's, and none outlives the call.
  private static let function: fts5_extension_function = { api, found, context, count, arguments in
    guard let api = unsafe api, let arguments = unsafe arguments, count >= 2 else {
      return unsafe sqlite3_result_error(context, "weight: a length and the usual length", -1)
    }
    let length = unsafe sqlite3_value_double(arguments[0])
    let usual = max(unsafe sqlite3_value_double(arguments[1]), 1)
    let damping = saturation * (1 - lengthShare + lengthShare * length / usual)
    var score = 0.0
    for term in 0..<min(count - 2, unsafe api.pointee.xPhraseCount(found)) {
      var place = unsafe Fts5PhraseIter()
      var column: Int32 = 0
      var offset: Int32 = 0
      let code = unsafe api.pointee.xPhraseFirst(found, term, &place, &column, &offset)
      guard code == SQLITE_OK else { return unsafe sqlite3_result_error_code(context, code) }
      var frequency = 0.0
      while column >= 0 {
        frequency += columnWeights[Int(column)]
        unsafe api.pointee.xPhraseNext(found, &place, &column, &offset)
      }
      let rarity = unsafe sqlite3_value_double(arguments[Int(term) + 2])
      score += rarity * frequency * (saturation + 1) / (frequency + damping)
    }
    unsafe sqlite3_result_double(context, -score)
  }
}
