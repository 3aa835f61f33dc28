import StetArchive
import StetModel
import Testing

/// Where an index has so many pages that it walks along them in place of sorting them.
@Suite struct ManyPagesTests {
  private let folder: TemporaryFolder
  private let archive: Archive
  private let index: ArchiveIndex

  /// 5,200 pages of one host, 50 of each of two hosts below it, 50 of a host whose name only looks like it.
  init() throws {
    folder = try TemporaryFolder()
    try ArchiveWriter.open(at: folder.archive).close()
    archive = try Archive.open(at: folder.archive)
    var addresses = (0..<5200).map { "https://big.example/\($0)-page" }
    for host in ["a.big.example", "b.big.example", "tobig.example"] {
      addresses += (0..<50).map { "https://\(host)/\($0)-page" }
    }
    let review = Review(url: "https://big.example/", kind: .review, confidence: 1)
    let pages = addresses.enumerated().map { number, address in
      // One page in 13 has a version, one in 39 two.
      let count = number % 13 == 0 ? (number % 39 == 0 ? 2 : 1) : 0
      let versions = (0..<count).map { IndexFilling.Version(captured: day(1 + number % 20 + $0), review: review) }
      return (key: PageKey(stored: address), versions: versions)
    }
    try IndexFilling(archive).add(pages)
    index = try #require(archive.index(.refresh))
  }

  @Test("A list of many pages is what all pages filtered and sorted are, whichever index it walks along")
  func lists() throws {
    let all = try index.listed().0
    #expect(all.count == 5350)
    #expect(all == all.sorted { $0.key < $1.key })
    for host in [nil, "big.example", "a.big.example", "tobig.example", "example", "ig.example"] {
      for since in [nil, day(3), day(21)] {
        for order in PageListing.Order.allCases {
          let listing = PageListing(host: host, since: since, order: order)
          let expected = all.filter { fits($0, host, since) }.sorted { precedes($0, $1, order) }
          #expect(try index.listed(listing).0 == expected, "\(listing)")
          #expect(try index.maximumVersions(listing) == expected.map(\.versions).max() ?? 0, "\(listing)")
        }
      }
    }
  }

  private func fits(_ page: PageSummary, _ host: String?, _ since: Timestamp?) -> Bool {
    let found = PageAddress(page.key.description)?.host ?? ""
    let isOfHost = host.map { found == $0 || found.hasSuffix(".\($0)") } ?? true
    return isOfHost && (since.map { since in page.latest.map { $0.captured >= since } ?? false } ?? true)
  }

  private func precedes(_ left: PageSummary, _ right: PageSummary, _ order: PageListing.Order) -> Bool {
    func rank(_ page: PageSummary) -> Int64 {
      switch order {
      case .address: 0
      case .captured: -(page.latest?.captured.secondsSince1970 ?? .min + 1)
      case .versions: -Int64(page.versions)
      }
    }
    return rank(left) == rank(right) ? left.key < right.key : rank(left) < rank(right)
  }

  @Test("Due pages come in the same order by a schedule that has an index and by one that has none")
  func due() throws {
    let moment = day(300)
    let adaptive = try index.due(at: moment)
    #expect(adaptive.count == 412)
    // The same but for the last second of a pause that no page has.
    let (minimum, maximum) = (RevisitSchedule.adaptive.minimum, RevisitSchedule.adaptive.maximum)
    #expect(try index.due(at: moment, by: RevisitSchedule(minimum: minimum, maximum: maximum - 1)) == adaptive)
    #expect(try index.due(at: moment, by: RevisitSchedule(minimum: minimum, maximum: minimum)) == adaptive)
    #expect(
      try index.due(at: moment, host: "b.big.example") == adaptive.filter { "\($0.key)".contains("//b.big.example/") })
  }

  @Test("Of more than a thousand addresses that fit, the first are shown and no more are counted")
  func ambiguity() throws {
    let error = #expect(throws: ArchiveError.self) { try archive.find("-PAGE") }
    #expect(error?.code == .ambiguousPage)
    #expect(error?.message.contains("more than 1000 addresses fit, 'https://a.big.example/0-page',") == true)
    #expect(error?.message.contains(" and others.") == true)
    #expect(try archive.find("/5199-").key.description == "https://big.example/5199-page")
    #expect(throws: ArchiveError.self) { try archive.find("/5200-") }
    // Too short for the table of parts, which holds runs of three.
    let short = #expect(throws: ArchiveError.self) { try archive.find("99") }
    #expect(short?.message.contains(": 97 addresses fit") == true)
  }
}
