internal import StetExtract
internal import StetModel

/// A later page of a review that cannot be had, and not for the moment only; or one that may be none of it.
struct MissingPart: Sendable, Hashable {
  let address: PageAddress
  /// Which page it is, from 2.
  let number: Int
  /// Why, for a person, as a part of a sentence.
  let reason: String
  /// Whether the review may well be whole without it: the first page names it as the next, but what answers there was
  /// never a page of this review, and nothing tells whether it is one.
  var isDoubtful = false
  /// Tells its address in other spellings; nil where its number is not the next one.
  var series: PartSeries?

  /// Whether it is the page that a version names as missing: by the link that led there, or by where it answered.
  func isMissing(in response: ResponseFacts?) -> Bool {
    guard let address = (response?.missing).flatMap({ PageAddress($0) }) else { return false }
    return PageKey(address) == PageKey(self.address) || series?.names(address) ?? false
  }

  /// Why the review is not whole, as a part of a sentence.
  var sentence: String {
    let page = "its page \(number), '\(address.textWithoutUser)',"
    return isDoubtful ? "\(page) may be another article's: \(reason)" : "\(page) cannot be had: \(reason)"
  }
}
