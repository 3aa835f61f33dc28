internal import GRDB
internal import StetModel

/// Marks what was found in the texts of hits, by a full-text table in memory that holds nothing else.
struct HitMarking {
  private static let snippetWords = 32

  let archive: Archive
  let expression: String

  /// The hits with their marks.
  func marked(_ hits: [SearchHit]) throws -> [SearchHit] {
    var hits = hits
    let queue = try DatabaseQueue()
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE words USING fts5(\(SearchField.columns), tokenize = 'unicode61 remove_diacritics 2')
          """)
      for (index, hit) in hits.enumerated() {
        let page = ArchivedPage(key: hit.page, folder: hit.folder, aliases: [])
        // One that was removed or broken since shows without its text; `verify` tells of it.
        guard let review = try? archive.snapshot(hit.version, of: page).snapshot.review else { continue }
        let text = SearchableText(review)
        try db.cachedStatement(
          sql: "INSERT INTO words (rowid, \(SearchField.columns)) VALUES (?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [index] + StatementArguments(SearchField.allCases.map { WordRuns.split(text[$0]) }))
      }
      let marks = "'\(MarkedText.start)', '\(MarkedText.end)'"
      let columns = SearchField.allCases.enumerated().map { number, field in
        field == .body
          ? "snippet(words, \(number), \(marks), '…', \(Self.snippetWords))" : "highlight(words, \(number), \(marks))"
      }
      let rows = try Row.fetchCursor(
        db, sql: "SELECT rowid, \(columns.joined(separator: ", ")) FROM words WHERE words MATCH ?",
        arguments: [expression])
      while let row = try rows.next() {
        for (number, field) in SearchField.allCases.enumerated() {
          let text = MarkedText(row[number + 1] ?? "")
          if text.hasMatch || (field == .body && !text.segments.isEmpty) { hits[row[0] as Int].marks[field] = text }
        }
      }
    }
    return hits
  }
}
