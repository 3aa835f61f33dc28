internal import StetModel

/// Sentences by which a publisher takes a text back.
///
/// A sentence speaks of the text itself ("this review", "the article") and of its going, so that a film about a retracted
/// statement is none. English, German, French, Spanish and Italian.
enum RetractionWords {
  private static let subjects = PhraseFinder([
    "this review", "this article", "this post", "this story", "this piece", "the review", "the article",
    "an earlier version of this", "a previous version of this", "diese kritik", "dieser artikel", "diese rezension",
    "dieser beitrag", "cette critique", "cet article", "esta reseña", "este artículo", "esta crítica",
    "questa recensione", "questo articolo",
  ])
  private static let verbs = PhraseFinder([
    "retracted", "withdrawn", "unpublished", "taken down", "has been removed", "was removed", "no longer available",
    "zurückgezogen", "gelöscht", "entfernt", "retirée", "retiré", "supprimée", "supprimé", "retirada", "retirado",
    "eliminado", "eliminada", "ritirata", "ritirato", "rimossa", "rimosso",
  ])
  /// Signs that stand for the whole sentence, at a text's beginning.
  private static let labels = ["retraction:", "retracted:", "[retracted]", "withdrawn:", "retraction notice"]
  /// A sentence of more bytes is no notice.
  private static let longest = 300

  /// The sentence that takes the text back, in small letters; nil when there is none.
  static func notice(in text: String) -> String? {
    // Normalised as the fields of a comparison are; in small letters only as far as it matters.
    let beginning = String(decoding: text.utf8.prefix(24), as: UTF8.self).lowercased()
    if let label = labels.first(where: { beginning.hasPrefix($0) }) { return label }
    let bytes = Array(text.utf8)
    var next = 0
    while let verb = verbs.first(in: bytes[next...]) {
      let start = (bytes[..<verb].lastIndex(where: isEnd) ?? -1) + 1
      let end = bytes[verb...].firstIndex(where: isEnd) ?? bytes.count
      if end - start <= longest, subjects.first(in: bytes[start..<end]) != nil {
        return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
      }
      next = end
    }
    return nil
  }

  /// Whether a sentence ends at a byte.
  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
