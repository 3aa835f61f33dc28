internal import StetModel

/// The language and direction that an archived text is set in.
struct WrittenLanguage {
  /// A tag that browsers and screen readers know (BCP 47); nil when the record has none, or something else.
  let tag: String?
  /// Whether its lines start at the right.
  let isRightToLeft: Bool

  init(_ review: Review) {
    tag = review.language.flatMap { Self.isTag($0) ? $0 : nil }
    if let tag, let known = Self.direction(of: tag) {
      isRightToLeft = known
    } else {
      isRightToLeft = Self.startsRightToLeft((review.title ?? "") + " " + (review.body.first?.plainText ?? ""))
    }
  }

  /// As attributes of an element.
  var attributes: Markup {
    let direction = isRightToLeft ? "rtl" : "ltr"
    return tag.map { " lang=\"\($0)\" dir=\"\(direction)\"" } ?? " lang=\"\" dir=\"\(direction)\""
  }

  /// A tag as far as its form goes: a language of two or three letters, then parts of up to eight.
  private static func isTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.count) else { return false }
    return parts.enumerated().allSatisfy { index, part in
      (1...8).contains(part.count) && part.allSatisfy { ASCII.isLetter($0) || (index > 0 && ASCII.isDigit($0)) }
    }
  }

  /// The direction of a language's usual script, or of the one that the tag names; nil for one that is not known here.
  private static func direction(of tag: String) -> Bool? {
    let parts = ASCII.lowercased(tag).split(separator: "-")
    if parts.dropFirst().contains(where: { rightToLeftScripts.contains(String($0)) }) { return true }
    if parts.dropFirst().contains("latn") || parts.dropFirst().contains("cyrl") { return false }
    guard let language = parts.first else { return nil }
    if rightToLeft.contains(String(language)) { return true }
    return language.count == 2 ? false : nil
  }

  /// By the first letter that has a direction (Unicode Standard Annex 9, P2 and P3).
  private static func startsRightToLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return false
  }

  private static let rightToLeft: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur",
    "yi",
  ]
  private static let rightToLeftScripts: Set<String> = ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"]
}
