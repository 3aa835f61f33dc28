internal import StetHTML
internal import StetModel

/// The title that a card gives its article.
enum CardTitle {
  /// The heading around the link or in it, the link's text, or the only heading of the card; nil when there is none.
  static func of(_ link: Int, _ card: Int, _ links: ListingLinks) -> String? {
    let document = links.document
    let headings = document.subtree(card).filter { isHeading(document.tag($0)) }
    if let inside = headings.first(where: { document.contains(link, $0) }), let text = links.text(inside) {
      return text
    }
    if let text = links.label(link), text.utf8.count <= 300 { return text }
    return headings.count == 1 ? links.text(headings[0]) : nil
  }

  /// The one of two titles that says more: "Read more" less than any.
  static func better(_ first: String?, _ second: String?) -> String? {
    guard let first, let second else { return first ?? second }
    return second.utf8.count > first.utf8.count && first.utf8.count < 15 ? second : first
  }

  private static func isHeading(_ tag: Tag) -> Bool {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}
