internal import StetModel

/// Whether two pages are of one article, by what they say of themselves.
struct SameArticle {
  /// The heading that the later page has of its own; nil when it repeats the article's.
  private(set) var heading: String?
  /// Why they are not; nil when they are.
  private(set) var objection: String?

  /// - Parameters:
  ///   - first: the article's first page.
  ///   - address: the first page's own address, and the one that it was asked for by.
  ///   - number: of the later page, from 2.
  init(_ later: Extraction, _ number: Int, after first: Extraction, at addresses: [PageAddress]) {
    let title = later.review.title.flatMap { title in
      first.review.title.map { PartTitle.match(title, of: number, with: $0) }
    }
    switch title {
    case .same?: break
    case .heading(let text)?: heading = text
    case .other?, nil: heading = later.review.title
    }
    if let site = first.review.siteName, heading?.lowercased() == site.lowercased() { heading = nil }
    // The site itself says so.
    let names = Set((addresses + [first.canonical].compactMap(\.self)).map { PageKey($0) })
    if let canonical = later.canonical, names.contains(PageKey(canonical)) { return }
    let (own, others) = (Self.names(later), Self.names(first))
    if !own.isEmpty, !others.isEmpty, own.isDisjoint(with: others) {
      objection = "it names other authors"
      return
    }
    let (date, firstDate) = (Self.day(later), Self.day(first))
    if let date, let firstDate, date != firstDate {
      objection = "it was published on another day"
      return
    }
    if title == nil || title == .other {
      // A heading of its own on each page: then the rest has to be the same.
      let isSigned = date != nil && date == firstDate && !own.isEmpty && own == others
      if !isSigned { objection = "it has another headline" }
    }
  }

  private static func names(_ extraction: Extraction) -> Set<String> {
    Set(extraction.review.authors.map { $0.name.lowercased() })
  }

  private static func day(_ extraction: Extraction) -> Substring? { extraction.review.published?.prefix(10) }
}
