internal import StetModel

/// A later page of a review that cannot be had, and not for the moment only.
struct MissingPart: Sendable, Hashable {
  let address: PageAddress
  /// Which page it is, from 2.
  let number: Int
  /// Why, for a person, as a part of a sentence.
  let reason: String

  /// Why the review is not whole, as a part of a sentence.
  var sentence: String { "its page \(number), '\(address.textWithoutUser)', cannot be had: \(reason)" }
}
