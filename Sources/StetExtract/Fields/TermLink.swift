internal import StetHTML
internal import StetModel

/// What a link says about itself as a tag or category.
enum TermLink {
  /// The two kinds of terms.
  enum Kind: Sendable { case tag, category }

  /// The kind that `rel` and the path of the address tell; nil when they tell none.
  static func kind(_ node: Int, _ document: HTMLDocument) -> Kind? {
    // WordPress writes `rel="category tag"` on categories.
    if RelTokens.contains("category", node, document) { return .category }
    guard let value = document.value(node, .href), value.count > 1, value.count < 400 else { return nil }
    let path = document.values[value.indices]
    // The address is surer than `rel=tag` alone, which themes put on categories too.
    if categoryPaths.contains(where: { ByteSearch.findIgnoringCase($0, in: path) != nil }) { return .category }
    if tagPaths.contains(where: { ByteSearch.findIgnoringCase($0, in: path) != nil }) { return .tag }
    return RelTokens.contains("tag", node, document) ? .tag : nil
  }

  private static let categoryPaths: [StaticString] = [
    "/category/", "/categories/", "/categoria/", "/categorias/", "/kategorie/", "/kategori/", "/kategoria/",
    "/categorie/",
    "/rubrik/", "/rubrique/", "/rubric/", "/section/", "/sections/", "?cat=", "/categorieen/", "/catid",
  ]

  private static let tagPaths: [StaticString] = [
    "/tag/", "/tags/", "/topic/", "/topics/", "/label/", "/labels/", "/keyword/", "/keywords/", "/etiqueta/",
    "/etiquetas/", "/schlagwort/", "/schlagworte/", "/tagged/", "/thema/", "/themen/", "/theme/", "/tema/", "/temas/",
    "/mot-cle/", "?tag=", "&tag=", "/hashtag/", "/tagg/", "/emne/", "/emner/", "/onderwerp/", "/onderwerpen/",
    "/stichwort/", "/tags.", "?tags=", "/sujet/", "/taxonomy/term/", "/search/label/", "/tagi/", "/etiketter/",
  ]
}
