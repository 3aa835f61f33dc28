/// The elements of feeds that tell something about addresses.
enum FeedName: Int {
  case rss = 1
  case rdf, feed, channel, entry
  case title, dcTitle, link, guid, id, origLink
  /// `pubDate` of RSS, `published` of Atom 1.0, `issued` of Atom 0.3.
  case published
  /// `dc:date`, which may mean either time.
  case date
  case created
  /// `updated` of Atom 1.0, `modified` of Atom 0.3.
  case updated
  case author, creator, name
  /// Parts of the feed that have a title and link of their own.
  case image, textInput, source

  /// The element with a name; nil for all others.
  init?(local: String, prefix: String?, namespace: String?) {
    let local = local.lowercased()
    let found: FeedName? =
      switch FeedVocabulary(prefix: prefix, namespace: namespace) {
      case .syndication: Self.core[local]
      case .rdf: local == "rdf" ? .rdf : nil
      case .dublinCore:
        switch local {
        case "title": .dcTitle
        case "date": .date
        case "creator", "author": .creator
        case "created": .created
        case "issued": .published
        case "modified": .updated
        default: nil
        }
      case .feedBurner: local == "origlink" ? .origLink : nil
      case .iTunes: local == "author" ? .creator : nil
      case .other: nil
      }
    guard let found else { return nil }
    self = found
  }

  private static let core: [String: FeedName] = [
    "rss": .rss, "rdf": .rdf, "feed": .feed, "channel": .channel, "item": .entry, "entry": .entry, "title": .title,
    "link": .link, "guid": .guid, "id": .id, "pubdate": .published, "published": .published, "issued": .published,
    "created": .created, "updated": .updated, "modified": .updated, "lastmodified": .updated, "author": .author,
    "managingeditor": .author, "name": .name, "image": .image, "textinput": .textInput, "source": .source,
  ]
}
