/// What words before a list announce.
struct TermLabel: Equatable {
  var kind: TermLink.Kind
  /// "Filed under" and "Posted in" stand before tags nearly as often as before categories.
  var isVague: Bool
}
