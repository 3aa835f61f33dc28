internal import StetExtract
internal import StetModel

/// Whether a record can be what became of the last good version of its page.
///
/// | rule | what is compared | when it holds |
/// |---|---|---|
/// | shrunken | bytes of the text | less than a fifth of 500 or more is left |
/// | a sign of a wall | bytes of the text | less than three fifths of 500 or more is left, and the page has a wall's or an error's words |
/// | other-language | language, text | the language differs, and less than a fifth of either text stands in the other |
/// | replaced | title, date, text | the title differs, so does the date or there is none, and less than a twentieth of either text stands in the other; both have 500 bytes or more |
enum SuccessionRules {
  /// Why it cannot; nil when it can.
  static func objection(to extraction: Extraction, after last: Review) -> (code: QuarantineCode, reason: String)? {
    let review = extraction.review
    let text = review.bodyText
    let lastText = last.bodyText
    let (length, lastLength) = (text.utf8.count, lastText.utf8.count)
    let shrunken = "its text has shrunk from \(lastLength) to \(length) bytes"
    if let suspicion = extraction.suspicion, ShrinkRule.isDoubtful(length, after: lastLength) {
      return (QuarantineCode(suspicion.code), "\(shrunken), and it looks like \(suspicion.reason)")
    }
    if ShrinkRule.isBroken(by: length, after: lastLength) { return (.shrunken, shrunken) }

    let isOtherLanguage = differ(review.language.map(primary), last.language.map(primary))
    let isOtherPage =
      review.title.map(folded) != last.title.map(folded)
      && (review.published == nil || last.published == nil || review.published != last.published)
    guard isOtherLanguage || isOtherPage, min(length, lastLength) >= ShrinkRule.smallestText else { return nil }
    let common = TextOverlap(text, lastText).share
    if isOtherLanguage, common < 0.2, let language = review.language, let before = last.language {
      return (.otherLanguage, "its language is \(language) and was \(before), and its text is another")
    }
    if isOtherPage, common < 0.05 {
      return (.replaced, "its title and its text are another page's")
    }
    return nil
  }

  /// The language of a tag without its region and script (RFC 5646, 2.1).
  private static func primary(_ tag: String) -> String {
    ASCII.lowercased(String(tag.prefix { $0 != "-" && $0 != "_" }))
  }

  private static func differ(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return false }
    return one != other
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
