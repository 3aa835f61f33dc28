internal import StetHTML
public import StetModel

/// The way from what names a site's pages to the pages: front page to feeds, index to sitemaps, one page of a listing to
/// the next. It says what to fetch, takes what came, and fetches nothing itself.
///
///     var walk = SourceWalk(steps, ownHosts: hosts)
///     while let step = walk.next() {
///       let page = …                                  // fetch step.address
///       let found = try walk.read(page, for: step) { archive.knows($0) }
///     }
///
/// A listing or feed is followed to its next page as long as the page had something that was not known.
public struct SourceWalk: Sendable {
  /// What was left out or odd, a line each for a person, in order.
  public private(set) var notes: [String] = []

  private var waiting: [SourceStep] = []
  private var position = 0
  private var seen: Set<SourceStep.Seen> = []
  private let selector: ListingSelector?
  private let hosts: Set<String>
  private let since: Timestamp?
  private let now: Timestamp
  private let limits: SourceLimits

  /// A walk.
  /// - Parameters:
  ///   - steps: where it starts.
  ///   - selector: the article links of listings, as the user names them; nil: repeated cards.
  ///   - hosts: hosts that sitemaps may speak for, besides their own: those whose robots.txt names them, with a port that
  ///     is not the default.
  ///   - since: sitemaps of an index that did not change since are left out; nil: all are read.
  ///   - now: the time of the walk.
  public init(
    _ steps: [SourceStep], selector: ListingSelector? = nil, hosts: Set<String> = [], since: Timestamp? = nil,
    now: Timestamp, limits: SourceLimits = SourceLimits()
  ) {
    self.selector = selector
    self.hosts = hosts
    self.since = since
    self.now = now
    self.limits = limits
    for step in steps { add(step) }
  }

  /// The next document to fetch; nil when there is none left.
  public mutating func next() -> SourceStep? {
    guard position < waiting.count else { return nil }
    guard position < limits.documents else {
      note("\(waiting.count - position) feeds, sitemaps and listings were left: \(limits.documents) were read")
      position = waiting.count
      return nil
    }
    defer { position += 1 }
    return waiting[position]
  }

  /// Takes what came for a step.
  /// - Parameters:
  ///   - page: the response.
  ///   - isKnown: whether the page of an address is known already.
  /// - Returns: the addresses in it, known or not, in its order.
  /// - Throws: `DiscoveryError`. The walk goes on with the other steps.
  public mutating func read(_ page: Page, for step: SourceStep, isKnown: (PageAddress) -> Bool) throws(DiscoveryError)
    -> [Discovered]
  {
    seen.insert(SourceStep.Seen(step.kind, page.final))
    switch step.kind {
    case .frontPage:
      addFeeds(try document(page))
      return []
    case .feed:
      let feed = try Feed.read(page.body, at: page.final, charset: page.charset)
      if feed.isTruncated { note("the feed \(page.final) ends early") }
      follow(feed.next, step, feed.entries, isKnown)
      return feed.entries
    case .sitemap:
      let sitemap = try Sitemap.read(page.body, at: page.final, charset: page.charset, hosts: hosts)
      take(sitemap, step, page.final)
      return sitemap.statesOneDay ? withoutModified(sitemap, page.final) : sitemap.pages
    case .listing:
      let (document, address) = try document(page)
      let listing = Listing.read(document, at: address, selector: selector)
      if let selector, listing.entries.isEmpty, step.depth == 0 {
        throw DiscoveryError(
          .selectsNothing,
          "Cannot read '\(address)': the selector '\(selector)' selects no link in it. "
            + "Look whether the page is built in another way now, and write what selects its links.")
      }
      if listing.entries.isEmpty { note("the listing \(address) lists nothing that looks like articles") }
      follow(listing.next, step, listing.entries, isKnown)
      return listing.entries
    }
  }

  // MARK: Steps

  private mutating func add(_ step: SourceStep) {
    if seen.insert(SourceStep.Seen(step.kind, step.address)).inserted { waiting.append(step) }
  }

  private mutating func follow(
    _ next: PageAddress?, _ step: SourceStep, _ entries: [Discovered], _ isKnown: (PageAddress) -> Bool
  ) {
    guard let next, !entries.allSatisfy({ isKnown($0.address) }) else { return }
    guard step.depth + 1 < limits.pages else {
      return note("the \(step.kind.rawValue) goes on at \(next): \(limits.pages) pages of it were read")
    }
    add(SourceStep(step.kind, next, depth: step.depth + 1))
  }

  /// The feeds that a page announces: not those of comments, and of several with one title but for the format the first.
  private mutating func addFeeds(_ source: (HTMLDocument, PageAddress)) {
    let formats: Set<Substring> = ["rss", "atom", "rdf", "xml", "json", "feed", "2.0", "1.0", "0.91", "0.92"]
    var titles: Set<[Substring]> = []
    var count = 0
    for link in FeedLink.all(in: source.0, at: source.1) where !link.isForComments {
      let words = (link.title ?? "").lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
      guard titles.insert(words.filter { !formats.contains($0) }).inserted else { continue }
      add(SourceStep(.feed, link.address))
      count += 1
    }
    if count == 0 { note("the page \(source.1) announces no feed") }
  }

  private mutating func take(_ sitemap: Sitemap, _ step: SourceStep, _ address: PageAddress) {
    if sitemap.isTruncated { note("the sitemap \(address) ends early") }
    if sitemap.isCut { note("the sitemap \(address) has more than \(Sitemap.maximumAddresses) addresses") }
    if sitemap.foreignAddresses > 0 {
      note("the sitemap \(address) has \(sitemap.foreignAddresses) addresses on hosts that it may not speak for")
    }
    if sitemap.invalidAddresses > 0 { note("the sitemap \(address) has \(sitemap.invalidAddresses) invalid addresses") }
    guard !sitemap.sitemaps.isEmpty else { return }
    guard step.depth + 1 < limits.sitemapLevels else {
      return note("the sitemap \(address) names others, and is the \(limits.sitemapLevels)th above each other")
    }
    for reference in sitemap.sitemaps {
      if let since, let modified = reference.modified, !modified.isDue(lastVisit: since, now: now) { continue }
      add(SourceStep(.sitemap, reference.address, depth: step.depth + 1))
    }
  }

  /// The pages of a sitemap that gives the day on which it was written as the day of each page's change.
  private mutating func withoutModified(_ sitemap: Sitemap, _ address: PageAddress) -> [Discovered] {
    note("the sitemap \(address) says of all its pages that they changed on the same day, which tells nothing of them")
    return sitemap.pages.map { page in
      var page = page
      page.modified = nil
      return page
    }
  }

  private func document(_ page: Page) throws(DiscoveryError) -> (HTMLDocument, PageAddress) {
    do throws(HTMLError) {
      return (try HTMLParser.parse(page.body, httpCharset: page.charset), page.final)
    } catch {
      throw DiscoveryError(
        .notAPage, "Cannot read '\(page.final)': \(error.message). Look at what the address leads to.")
    }
  }

  private mutating func note(_ line: String) { notes.append(line) }
}

extension SourceStep {
  /// What is not fetched twice.
  struct Seen: Hashable, Sendable {
    private let kind: Kind
    private let address: PageAddress

    init(_ kind: Kind, _ address: PageAddress) {
      self.kind = kind
      self.address = address.withoutFragment
    }
  }
}
