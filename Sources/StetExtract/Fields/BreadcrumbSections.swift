internal import StetModel

/// The sections in the way to a page: what stands between the site's front page and the page itself.
struct BreadcrumbSections {
  private let address: PageAddress

  init(_ reading: PageReading) { address = reading.address }

  /// The sections as the page's categories, for want of others. A long way leads through a shop or a handbook.
  func candidate(_ breadcrumb: [Term], title: String) -> Candidate<[Term]>? {
    let headline = WordBag(title)
    let sections = breadcrumb.filter { step in
      guard let url = step.url, let target = PageAddress(url), !target.isRoot, target.path != address.path,
        target.host == address.host || target.host.hasSuffix(address.host) || address.host.hasSuffix(target.host)
      else { return false }
      let words = WordBag(step.name)
      // The last step is the page, or the thing that it is about.
      return step.name.utf8.count < 50 && words.words.count < 6 && !Self.homes.contains(step.name.lowercased())
        && !(words.words.count > 1 && headline.contains(words)) && !words.equals(headline)
    }
    guard (1...2).contains(sections.count) else { return nil }
    return Candidate(
      sections, source: "page", .path("breadcrumb"), rule: "the sections in the way to the page", score: 0.5)
  }

  private static let homes: Set<String> = [
    "home", "homepage", "start", "startseite", "accueil", "inicio", "início", "portada", "hjem", "hem", "forside",
    "strona główna", "etusivu", "главная", "ホーム", "首页", "首頁",
  ]
}
