internal import StetModel

/// An entry of a feed, or the feed itself, as it is written.
struct FeedEntry {
  /// A `link` with attributes, as in Atom.
  struct Link {
    var relation: String
    var type: String
    var address: String
    var base: PageAddress
  }

  /// A text that starts from a base address.
  struct Reference {
    var text: String
    var base: PageAddress
  }

  var title: String?
  var titleType = ""
  var secondTitle: String?
  var links: [Link] = []
  /// The text of `link`, as in RSS.
  var plainLink: Reference?
  var originalLink: Reference?
  /// `guid` of RSS, and whether it may be an address.
  var guid: Reference?
  var guidIsAddress = true
  /// `id` of Atom.
  var identifier: String?
  /// `rdf:about`.
  var about: Reference?
  var published: String?
  var created: String?
  var updated: String?
  var date: String?
  var authors: [String] = []

  /// The page's address: the one before FeedBurner's redirect, the link to the page itself, and last an identifier
  /// that is an address.
  var address: PageAddress? {
    // A reader may count on `guid` being an address unless it says that it is none (RSS 2.0, guid).
    let named = guidIsAddress ? guid?.resolved : nil
    return originalLink?.resolved ?? alternate ?? plainLink?.resolved ?? named ?? about?.resolved ?? webIdentifier
  }

  /// An `id` that is an address of the web, where nothing else is.
  private var webIdentifier: PageAddress? {
    links.isEmpty ? identifier.flatMap { PageAddress($0) } : nil
  }

  /// Where the feed goes on (RFC 5005, 3 and 4).
  var next: PageAddress? { link("next") ?? link("prev-archive") }

  private var alternate: PageAddress? {
    let alternates = links.filter { $0.relation == "alternate" || $0.relation.isEmpty }
    let pages = alternates.filter { ["", "text/html", "application/xhtml+xml"].contains($0.type) }
    for link in pages + alternates {
      if let address = link.base.resolving(link.address) { return address }
    }
    return nil
  }

  private func link(_ relation: String) -> PageAddress? {
    links.lazy.filter { $0.relation == relation }.compactMap { $0.base.resolving($0.address) }.first
  }

  /// The title as plain text.
  var plainTitle: String? {
    FeedText.plain(title, type: titleType) ?? FeedText.plain(secondTitle, type: "")
  }

  /// The entry as what was discovered; nil when it has no address.
  var discovered: Discovered? {
    guard let address else { return nil }
    return Discovered(
      address: address, source: .feed, title: plainTitle,
      published: [published, date, created].lazy.compactMap { $0.flatMap(StatedTime.init) }.first,
      modified: updated.flatMap(StatedTime.init), authors: authors)
  }
}

extension FeedEntry.Reference {
  /// The address that is meant; nil when there is none, or not one of the web.
  var resolved: PageAddress? { text.utf8.allSatisfy { $0 <= 0x20 } ? nil : base.resolving(text) }
}
