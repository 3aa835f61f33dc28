internal import StetModel

/// Sentences by which a publisher takes a text back.
///
/// A sentence speaks of the text itself ("this review", "the article") and of its going, so that a film about a retracted
/// statement is none. English, German, French, Spanish and Italian.
enum RetractionWords {
  private static let subjects = [
    "this review", "this article", "this post", "this story", "this piece", "the review", "the article",
    "an earlier version of this", "a previous version of this", "diese kritik", "dieser artikel", "diese rezension",
    "dieser beitrag", "cette critique", "cet article", "esta reseña", "este artículo", "esta crítica",
    "questa recensione", "questo articolo",
  ]
  private static let verbs = [
    "retracted", "withdrawn", "unpublished", "taken down", "has been removed", "was removed", "no longer available",
    "zurückgezogen", "gelöscht", "entfernt", "retirée", "retiré", "supprimée", "supprimé", "retirada", "retirado",
    "eliminado", "eliminada", "ritirata", "ritirato", "rimossa", "rimosso",
  ]
  /// Signs that stand for the whole sentence, at a text's beginning.
  private static let labels = ["retraction:", "retracted:", "[retracted]", "withdrawn:", "retraction notice"]

  /// The sentence that takes the text back; nil when there is none.
  static func notice(in text: String) -> String? {
    let text = Typography.folded(ReadingText.normalized(text)).lowercased()
    if let label = labels.first(where: { text.hasPrefix($0) }) { return label }
    for sentence in text.split(whereSeparator: { ".!?\n".contains($0) }) where sentence.utf8.count <= 300 {
      if subjects.contains(where: sentence.contains), verbs.contains(where: sentence.contains) {
        return String(sentence)
      }
    }
    return nil
  }
}
