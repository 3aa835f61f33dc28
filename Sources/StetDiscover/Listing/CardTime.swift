internal import StetHTML
internal import StetModel

/// The date in a card of a listing page.
enum CardTime {
  /// The first `time` element with a date; nil when there is none. Printed dates are left to the article itself.
  static func of(_ card: Int, _ links: ListingLinks) -> StatedTime? {
    for node in links.document.subtree(card) where links.document.tag(node) == .time {
      if let text = links.document.attribute(node, .datetime), let time = StatedTime(text) { return time }
    }
    return nil
  }
}
