internal import StetDiscover
internal import StetHTML
internal import StetModel

/// What feeds, sitemaps and listings promise, whatever they are made of.
enum DiscoveryPromises {
  static func check(_ bytes: [UInt8]) {
    guard let place = PageAddress("https://reel.example/a/feed.xml?b=c") else { return }
    if let feed = try? Feed.read(bytes, at: place) {
      for entry in feed.entries { check(entry) }
      promise(feed.entriesWithoutAddress >= 0)
      promise(!feed.isTruncated || feed.isMended, "truncated, and yet not mended")
    }
    if let sitemap = try? Sitemap.read(bytes, at: place) {
      for page in sitemap.pages {
        check(page)
        promise(page.address.host == place.host, "a sitemap speaks for another host")
      }
      promise(Set(sitemap.pages.map(\.address)).count == sitemap.pages.count, "an address twice")
    }
    if let document = try? HTMLParser.parse(bytes) {
      let listing = Listing.read(document, at: place)
      for entry in listing.entries { check(entry) }
      promise(listing.next.map { PageKey($0) != PageKey(place) } ?? true, "the next page is this one")
      for link in FeedLink.all(in: document, at: place) { promise(link.address.fragment == nil) }
    }
    check(time: String(decoding: bytes.prefix(100), as: UTF8.self))
    check(pattern: String(decoding: bytes.prefix(60), as: UTF8.self), at: place)
  }

  private static func check(_ entry: Discovered) {
    promise(entry.address.fragment == nil && !entry.address.host.isEmpty)
    promise(PageAddress(entry.address.description) == entry.address, "an address that is read otherwise")
    for text in [entry.title].compactMap({ $0 }) + entry.authors {
      promise(!text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "a text with a control character")
    }
  }

  private static func check(time text: String) {
    guard let time = StatedTime(text) else { return }
    promise(time.end > time.start, "a time without length")
    // A page that was looked at after the time is not due.
    promise(!time.isDue(lastVisit: time.end, now: time.end))
  }

  private static func check(pattern text: String, at place: PageAddress) {
    guard let pattern = try? AddressPattern(text) else { return }
    _ = pattern.matches(place)
  }
}
