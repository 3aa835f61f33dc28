/// Looks for all the signs of one place at once.
struct SignSearch: Sendable {
  private let signs: [WarningSign]
  private let table: PhraseTable

  /// A search for the signs of the table that are looked for in one place.
  init(_ place: WarningSign.Place) {
    // Shorter ones would stand in any text.
    signs = WarningSigns.all.filter { $0.place == place && $0.sign.utf8.count >= 4 }
    table = PhraseTable(signs.map(\.sign))
  }

  /// The signs that stand in the bytes, each once, in the order of the table.
  /// - Parameter bytes: in lower case, or in any case when the signs are plain ASCII.
  func found(in bytes: [UInt8]) -> [WarningSign] { table.all(in: bytes[...]).map { signs[$0] } }
}
