internal import StetModel

/// What the path of an address tells of the page.
enum ArticleAddress {
  /// Whether the page is none of an article: a tag, a category, an author, a page of a listing, a login.
  static func isOther(_ address: PageAddress) -> Bool {
    if address.isRoot { return true }
    let segments = address.path.lowercased().split(separator: "/")
    for (index, segment) in segments.enumerated() {
      // `/category/films/the-long-night/` is an article all the same: the word must be near the end.
      if folders.contains(segment), segments.count - index <= 2 { return true }
    }
    if let last = segments.last {
      if endings.contains(where: last.hasSuffix) { return true }
      if folders.contains(last) { return true }
    }
    return address.query?.lowercased().split(separator: "&").contains { parameter in
      parameters.contains(parameter.prefix { $0 != "=" })
    } ?? false
  }

  /// Whether the address looks like an article's: a name of several words, a date, a number.
  static func isLikely(_ address: PageAddress) -> Bool {
    let segments = address.path.split(separator: "/")
    guard let last = segments.last else { return false }
    if last.utf8.lazy.filter({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }).count >= 2 { return true }
    let isYear = { (text: Substring) in
      text.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20")) && Int(text) != nil
    }
    if segments.count >= 3, segments.dropLast().contains(where: isYear) { return true }
    return last.utf8.lazy.filter(ASCII.isDigit).count >= 4
  }

  private static let folders: Set<Substring> = [
    "tag", "tags", "category", "categories", "kategorie", "kategorien", "categoria", "categorie", "topic", "topics",
    "author", "authors", "autor", "autoren", "auteur", "user", "users", "profile", "people", "page", "seite", "label",
    "labels", "search", "suche", "login", "signin", "signup", "register", "subscribe", "abo", "newsletter", "about",
    "contact", "kontakt", "impressum", "privacy", "datenschutz", "terms", "cart", "account", "feed", "rss", "share",
    "archive", "archives", "sitemap", "cookies", "advertise", "jobs", "careers", "help", "faq", "comments",
  ]
  private static let endings = [
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".pdf", ".zip", ".mp3", ".mp4", ".xml", ".rss",
  ]
  private static let parameters: Set<Substring> = ["s", "tag", "cat", "author", "replytocom", "share", "paged", "page"]
}
