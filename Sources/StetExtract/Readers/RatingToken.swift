/// A piece of a text that may hold a rating.
struct RatingToken {
  enum Kind: Equatable {
    /// A word in lower case.
    case word(String)
    /// A number, decimal comma or point, vulgar fraction included.
    case number(Double)
    /// A run of stars: full ones, a half one, empty ones.
    case stars(full: Int, half: Bool, empty: Int, areAsterisks: Bool)
    /// Any other character.
    case mark(Unicode.Scalar)
  }

  var kind: Kind
  /// Where the piece stands, in scalars.
  var range: Range<Int>
  /// Whether white space stands before it.
  var isSpaced: Bool

  var word: String? {
    if case .word(let word) = kind { return word }
    return nil
  }

  var number: Double? {
    if case .number(let number) = kind { return number }
    return nil
  }

  var mark: Unicode.Scalar? {
    if case .mark(let mark) = kind { return mark }
    return nil
  }
}
