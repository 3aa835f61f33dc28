internal import StetHTML
internal import StetModel

/// A date that the page prints or marks up.
struct PrintedDate {
  /// What holds it.
  enum Holder { case time, called, line, label, opening }

  var node: Int
  var holder: Holder
  /// The day, or the moment where the markup or the print gives one; the markup's where there is one.
  var date: String
  /// The words that print it; nil where only markup gives it.
  var text: String?
  /// Whether the words round it say that it is the day of a change.
  var isUpdate: Bool
  /// The share of its line that prints the date, 0 to 1.
  var share: Double
  /// Whether it stands in a side column or a path, which may still be the post's own.
  var isAside: Bool

  /// Whether it stands in a card that leads to another page, as far as one can tell.
  var isInCard = false

  /// Whether the words just before it say that it is the day of publication.
  var isLabelled = false

  /// The day alone.
  var day: Substring { date.prefix(10) }
}
