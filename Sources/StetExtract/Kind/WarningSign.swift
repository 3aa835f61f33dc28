/// One row of the table of signs by which a page is known that is not what was asked for.
struct WarningSign: Sendable, Hashable {
  /// Where a sign is looked for. Titles and texts are compared in lower case, with plain apostrophes and dots.
  enum Place: Sendable, Hashable {
    /// In `<title>` or the headline.
    case title
    /// It is the whole of `<title>` or of the headline, or its first words.
    case wholeTitle
    /// In the first 800 or the last 400 bytes of the text that was read.
    case text
    /// In the page's source: an attribute, a script.
    case source
    /// In a header field, as `name: value`.
    case field
  }

  /// How much a sign says.
  enum Certainty: Int, Sendable {
    /// One of several words that make a text only together.
    case word = 3
    /// It stands on other pages, too.
    case hint = 4
    /// Enough on a page with little text.
    case likely = 10
    /// Enough on any page that could be one.
    case sure = 12
  }

  let place: Place
  /// In lower case; at least four bytes.
  let sign: String
  let means: Obstacle.Code
  let certainty: Certainty
  /// Whose it is, when the sign tells.
  let maker: String?
}
