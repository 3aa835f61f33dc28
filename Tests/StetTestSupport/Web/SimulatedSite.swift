internal import StetGzip
public import StetModel

/// A site of a simulated web: pages that appear, change and go, the places that list them, a robots.txt, and bad days.
/// What it answers depends on the request and its moment alone.
public struct SimulatedSite: Sendable {
  /// Where it lists its pages.
  public enum Source: Sendable, CaseIterable {
    case rss, atom, rdf, jsonFeed, sitemap, sitemapIndex, textSitemap, listing
  }

  /// What its robots.txt says.
  public enum Robots: Sendable {
    /// There is none.
    case none
    /// What is in it.
    case text(String)
    /// The server answers this status instead until a moment, then there is none.
    case status(Int, until: Timestamp)
    /// It redirects to another path, where it says this.
    case redirected(String)
  }

  /// What goes wrong for a while.
  public struct Outage: Sendable {
    /// From when.
    public let from: Timestamp
    /// Until when.
    public let until: Timestamp
    /// The status of every answer; nil: there is none, the connection breaks.
    public let status: Int?
    /// Seconds that Retry-After names; nil: there is no such field.
    public let retryAfter: Int?

    /// A bad time.
    public init(from: Timestamp, until: Timestamp, status: Int? = nil, retryAfter: Int? = nil) {
      self.from = from
      self.until = until
      self.status = status
      self.retryAfter = retryAfter
    }
  }

  /// What it is called.
  public let name: String
  /// Scheme, host and port.
  public var origin: String
  /// Its pages.
  public var pages: [SimulatedPage] = []
  /// Where it lists them.
  public var source: Source?
  /// What its robots.txt says.
  public var robots = Robots.none
  /// When it fails.
  public var outages: [Outage] = []

  /// How many pages a feed has.
  static let feedLength = 10
  /// How many pages stand on one page of a listing.
  static let listingLength = 8

  /// A site.
  public init(_ name: String, origin: String) {
    self.name = name
    self.origin = origin
  }

  /// The address of its feed, sitemap or listing; nil when it has none.
  public var sourceAddress: String? { source.map { origin + Self.path(of: $0) } }

  private static func path(of source: Source) -> String {
    switch source {
    case .rss: "/feed.xml"
    case .atom: "/atom.xml"
    case .rdf: "/index.rdf"
    case .jsonFeed: "/feed.json"
    case .sitemap, .sitemapIndex: "/sitemap.xml"
    case .textSitemap: "/sitemap.txt"
    case .listing: "/reviews/"
    }
  }

  /// The pages that are there, the newest first.
  func present(at moment: Timestamp) -> [SimulatedPage] {
    pages.filter { $0.take(at: moment) != nil }.sorted { ($0.published, $0.path) > ($1.published, $1.path) }
  }

  /// What it answers; nil when the connection breaks.
  public func answer(to request: SimulatedRequest) -> SimulatedAnswer? {
    let moment = request.moment
    if let outage = outages.first(where: { $0.from <= moment && moment < $0.until }) {
      guard let status = outage.status else { return nil }
      var answer = SimulatedAnswer(status, html: "<h1>\(status)</h1>")
      if let seconds = outage.retryAfter { answer.headers.append(("Retry-After", "\(seconds)")) }
      return answer
    }
    let path = String(request.target.prefix { $0 != "?" })
    if path == "/robots.txt" || path == "/robots-elsewhere.txt" { return robotsAnswer(path, at: moment) }
    if let page = pages.first(where: { $0.path == path }) { return page.answer(to: request) }
    guard let answer = SiteLists(self, at: moment).answer(path) else {
      return SimulatedAnswer(404, html: "<h1>Not found</h1>")
    }
    return answer.revalidated(request)
  }

  private func robotsAnswer(_ path: String, at moment: Timestamp) -> SimulatedAnswer {
    func file(_ text: String) -> SimulatedAnswer { SimulatedAnswer(200, "text/plain", Array(text.utf8)) }
    switch robots {
    case .text(let text) where path == "/robots.txt": return file(text)
    case .redirected(let text) where path == "/robots-elsewhere.txt": return file(text)
    case .redirected:
      var answer = SimulatedAnswer(301, html: "moved")
      answer.headers.append(("Location", "/robots-elsewhere.txt"))
      return answer
    case .status(let status, let until) where moment < until: return SimulatedAnswer(status, html: "<h1>\(status)</h1>")
    default: return SimulatedAnswer(404, html: "<h1>Not found</h1>")
    }
  }
}
