/// Cuts a query into its pieces.
struct SearchScanner {
  /// `-name:"text"*`, of which only the text has to be there.
  struct Piece: Hashable {
    var isNegated = false
    /// One of the names that mean something; nil for plain text.
    var name: String?
    var text = ""
    var isPrefix = false
  }

  private static let names = Set(SearchField.allCases.map(\.rawValue) + ["host", "after", "before"])
  /// Straight and typographic.
  private static let quotes: Set<Unicode.Scalar> = ["\"", "\u{201C}", "\u{201D}", "\u{201E}"]

  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) {
    // NUL would end the expression for SQLite.
    scalars = text.unicodeScalars.map { $0 == "\0" ? " " : $0 }
  }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
    guard index < scalars.count else { return nil }
    var piece = Piece()
    if scalars[index] == "-", index + 1 < scalars.count, !scalars[index + 1].properties.isWhitespace {
      piece.isNegated = true
      index += 1
    }
    piece.name = readName()
    if Self.quotes.contains(scalars[index]) {
      index += 1
      piece.text = read { Self.quotes.contains($0) }
      if index < scalars.count { index += 1 }
      if index < scalars.count, scalars[index] == "*" {
        piece.isPrefix = true
        index += 1
      }
    } else {
      piece.text = read(until: \.properties.isWhitespace)
      piece.isPrefix = piece.text.hasSuffix("*")
    }
    return piece
  }

  /// A name with its colon, when it means something and text follows.
  private mutating func readName() -> String? {
    guard let colon = scalars[index...].prefix(8).firstIndex(of: ":"), colon + 1 < scalars.count,
      !scalars[colon + 1].properties.isWhitespace
    else { return nil }
    let name = String(String.UnicodeScalarView(scalars[index..<colon])).lowercased()
    guard Self.names.contains(name) else { return nil }
    index = colon + 1
    return name
  }

  private mutating func read(until isEnd: (Unicode.Scalar) -> Bool) -> String {
    let rest = scalars[index...].prefix { !isEnd($0) }
    index = rest.endIndex
    return String(String.UnicodeScalarView(rest))
  }
}
