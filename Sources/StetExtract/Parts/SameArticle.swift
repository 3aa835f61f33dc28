internal import StetModel

/// Whether two pages are of one article, by what they say of themselves.
///
/// One of two things has to say so: the headline, but for words that count pages, or `rel=canonical` of the later page,
/// which names the first. Another author or another day says that they are not. Where nothing says so, or both do, nobody
/// can tell.
struct SameArticle {
  /// What is to be believed.
  enum Verdict: Equatable {
    case same
    /// Nothing tells, and why.
    case doubtful(String)
    /// They are two, and what says so.
    case other(String)
  }

  /// The heading that the later page has of its own; nil when it repeats the article's.
  let heading: String?
  let verdict: Verdict

  /// - Parameters:
  ///   - number: of the later page, from 2.
  ///   - first: the article's first page.
  ///   - addresses: the first page's own, and others that lead to it.
  init(_ later: Extraction, _ number: Int, after first: Extraction, at addresses: [PageAddress]) {
    let title = later.review.title.flatMap { title in
      first.review.title.map { PartTitle.match(title, of: number, with: $0) }
    }
    let own: String? =
      switch title {
      case .same?: nil
      case .heading(let text)?: text
      case .other?, nil: later.review.title
      }
    heading = own.flatMap { $0.lowercased() == first.review.siteName?.lowercased() ? nil : $0 }
    // The site's own word; but some name their front page on every page.
    let names = Set((addresses + [first.canonical].compactMap(\.self)).filter { !$0.isRoot }.map(Self.key))
    let isNamed = later.canonical.map { names.contains(Self.key($0)) } ?? false
    // A headline that is the site's name is that of all its pages.
    let isGeneral = first.review.title?.lowercased() == first.review.siteName?.lowercased()
    switch (Self.objection(later, first), isNamed, title) {
    case (nil, true, _): verdict = .same
    case (nil, false, .same?) where !isGeneral: verdict = .same
    // "Part Two" behind the article's headline may be a heading of this page, and it may be a sequel.
    case (nil, false, _):
      verdict = .doubtful(title == .other || heading != nil ? "it has another headline" : "it has no headline to go by")
    case (let objection?, false, .other?), (let objection?, false, nil): verdict = .other(objection)
    case (let objection?, _, _): verdict = .doubtful(objection)
    }
  }

  /// What a page is known by, whether its host is written in ASCII or not.
  private static func key(_ address: PageAddress) -> PageKey { PageKey(address.withASCIIHost) }

  /// What says that they are two articles.
  private static func objection(_ later: Extraction, _ first: Extraction) -> String? {
    let (own, others) = (names(later), names(first))
    if !own.isEmpty, !others.isEmpty, own.isDisjoint(with: others) { return "it names other authors" }
    if let date = day(later), let firstDate = day(first), date != firstDate { return "it was published on another day" }
    return nil
  }

  private static func names(_ extraction: Extraction) -> Set<String> {
    Set(extraction.review.authors.map { $0.name.lowercased() })
  }

  private static func day(_ extraction: Extraction) -> Substring? { extraction.review.published?.prefix(10) }
}
