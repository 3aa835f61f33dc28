internal import StetModel

/// The sections in the way to a page: what stands between the site's front page and the page itself.
struct BreadcrumbSections {
  private let address: PageAddress
  private let siteName: WordBag?

  init(_ reading: PageReading, siteName: String?) {
    address = reading.address
    self.siteName = siteName.map(WordBag.init)
  }

  /// The sections as the page's categories, for want of others. A long way leads through a shop or a handbook.
  func candidate(_ breadcrumb: [Term], title: String) -> Candidate<[Term]>? {
    let headline = WordBag(title)
    let sections = breadcrumb.filter { step in
      guard let url = step.url, let target = PageAddress(url), !target.isRoot, target.path != address.path,
        target.host == address.host || target.host.hasSuffix(address.host) || address.host.hasSuffix(target.host)
      else { return false }
      let words = WordBag(step.name)
      // The last step is the page, or the thing that it is about.
      return step.name.utf8.count < 50 && words.words.count < 6 && !FrontPageName.isOne(step.name)
        && !(words.words.count > 1 && headline.contains(words)) && !words.equals(headline)
    }
    guard (1...2).contains(sections.count) else { return nil }
    let inner = sections.filter { !isSite($0.name, WordBag($0.name)) }
    guard !inner.isEmpty else { return nil }
    return Candidate(
      inner, source: "page", .path("breadcrumb"), rule: "the sections in the way to the page", score: 0.51)
  }

  /// Whether a step is the site itself, by its name or its host.
  private func isSite(_ name: String, _ words: WordBag) -> Bool {
    let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    return siteName?.equals(words) == true || ASCII.lowercased(name) == host
  }
}
