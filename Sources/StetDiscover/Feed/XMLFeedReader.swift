internal import StetHTML
internal import StetModel

/// Reads RSS, RDF and Atom.
final class XMLFeedReader: XMLHandler {
  /// Texts that are longer are not what they should be.
  private static let maximumTextBytes = 1 << 16

  private var stack: [FeedName?] = []
  private var bases: [(depth: Int, base: PageAddress)]
  private var format: Feed.Format?
  private var feed = FeedEntry()
  private var entry: FeedEntry?
  private var entryDepth = 0
  private var entries: [Discovered] = []
  private var entriesWithoutAddress = 0
  /// The element whose text is collected, its depth, and the text.
  private var collected: (name: FeedName, depth: Int)?
  private var text: [UInt8] = []

  static func read(_ bytes: [UInt8], at address: PageAddress, charset: String?) throws(DiscoveryError) -> Feed {
    do throws(XMLError) {
      let reading = try XMLReader.read(bytes, httpCharset: charset) { XMLFeedReader(at: address) }
      if let feed = reading.handler.result(reading) { return feed }
    } catch {
      throw DiscoveryDocument.error(error, at: address, empty: .notAFeed, kind: "feed")
    }
    throw DiscoveryDocument.refusal(.notAFeed, at: address, kind: "feed")
  }

  private init(at address: PageAddress) { bases = [(0, address)] }

  private func result(_ reading: XMLReading<XMLFeedReader>) -> Feed? {
    guard let format else { return nil }
    return Feed(
      format: format, title: feed.plainTitle, home: feed.address, next: feed.next, entries: entries,
      entriesWithoutAddress: entriesWithoutAddress, isTruncated: reading.isTruncated,
      isMended: !reading.isWellFormed)
  }

  // MARK: Events

  func name(_ local: String, prefix: String?, namespace: String?) -> Int {
    FeedName(local: local, prefix: prefix, namespace: namespace)?.rawValue ?? 0
  }

  var wantsText: Bool { collected != nil }
  var isDone: Bool { false }

  func start(_ number: Int, _ attributes: [XMLAttribute]) {
    let name = FeedName(rawValue: number)
    let parent = stack.last ?? nil
    stack.append(name)
    // The author of Atom has a name among other things.
    if name == .name, collected?.name == .author, parent == .author { return collect(.name) }
    guard let name, collected == nil else { return }
    if let text = attributes["base", prefix: "xml"], let base = base.resolving(text) {
      bases.append((stack.count, base))
    }
    switch name {
    case .rss, .rdf, .feed: if format == nil { format = name == .rss ? .rss : name == .rdf ? .rdf : .atom }
    case .channel: if format == nil { format = .rss }
    case .entry: startEntry(attributes)
    case .link: if isPart(of: parent) { startLink(attributes) }
    case .title, .dcTitle, .guid, .id, .origLink, .published, .date, .created, .updated, .creator:
      guard isPart(of: parent) else { return }
      if name == .title { edit { $0.titleType = attributes["type"]?.lowercased() ?? "" } }
      if name == .guid {
        let isPermaLink = attributes["ispermalink"]?.lowercased() != "false"
        edit { $0.guidIsAddress = isPermaLink }
      }
      collect(name)
    case .author: if isPart(of: parent) { collect(name) }
    case .name, .image, .textInput, .source: break
    }
  }

  func end() {
    let depth = stack.count
    stack.removeLast()
    if let element = collected, element.depth == depth {
      collected = nil
      finish(element.name)
    }
    if entry != nil, entryDepth == depth { endEntry() }
    if let last = bases.last, last.depth == depth { bases.removeLast() }
  }

  func text(_ piece: Span<UInt8>) {
    let room = max(Self.maximumTextBytes - text.count, 0)
    piece.withUnsafeBufferPointer { text.append(contentsOf: $0.prefix(room)) }
  }

  // MARK: Entries

  private var base: PageAddress { bases[bases.count - 1].base }

  /// Whether an element in this one tells of the entry, or, outside of entries, of the feed.
  private func isPart(of parent: FeedName?) -> Bool {
    entry != nil ? stack.count == entryDepth + 1 : parent == .channel || parent == .feed
  }

  private func edit(_ change: (inout FeedEntry) -> Void) {
    if entry != nil {
      if var edited = entry {
        change(&edited)
        entry = edited
      }
    } else {
      change(&feed)
    }
  }

  private func startEntry(_ attributes: [XMLAttribute]) {
    // An entry in an entry: the outer one was not closed.
    if entry != nil { endEntry() }
    var new = FeedEntry()
    if let about = attributes["about"] { new.about = FeedEntry.Reference(text: about, base: base) }
    entry = new
    entryDepth = stack.count
  }

  private func endEntry() {
    guard let finished = entry else { return }
    if let found = finished.discovered { entries.append(found) } else { entriesWithoutAddress += 1 }
    entry = nil
  }

  private func startLink(_ attributes: [XMLAttribute]) {
    let relation = Self.relation(attributes["rel"] ?? "")
    guard let address = attributes["href"] else {
      // The address as the text, as in RSS: of Atom's many links only the one that counts.
      return relation.isEmpty || relation == "alternate" ? collect(.link) : ()
    }
    let link = FeedEntry.Link(
      relation: relation, type: attributes["type"]?.lowercased() ?? "",
      address: address, base: base)
    edit { $0.links.append(link) }
  }

  /// Relations may be spelled as addresses (RFC 4287, 4.2.7.2).
  private static func relation(_ text: String) -> String {
    let lowered = text.lowercased()
    let registry = "http://www.iana.org/assignments/relation/"
    return lowered.hasPrefix(registry) ? String(lowered.dropFirst(registry.count)) : lowered
  }

  // MARK: Texts

  private func collect(_ name: FeedName) {
    collected = (name, stack.count)
    text.removeAll(keepingCapacity: true)
  }

  private func finish(_ name: FeedName) {
    let written = String(decoding: text, as: UTF8.self)
    if text.allSatisfy({ $0 <= 0x20 }) { return }
    let reference = FeedEntry.Reference(text: written, base: base)
    edit { entry in
      switch name {
      case .title: entry.title = entry.title ?? written
      case .dcTitle: entry.secondTitle = entry.secondTitle ?? written
      case .link: entry.plainLink = entry.plainLink ?? reference
      case .guid: entry.guid = entry.guid ?? reference
      case .id: entry.identifier = entry.identifier ?? written
      case .origLink: entry.originalLink = entry.originalLink ?? reference
      case .published: entry.published = entry.published ?? written
      case .date: entry.date = entry.date ?? written
      case .created: entry.created = entry.created ?? written
      case .updated: entry.updated = entry.updated ?? written
      case .author, .creator, .name:
        if let author = FeedText.author(written), !entry.authors.contains(author) { entry.authors.append(author) }
      default: break
      }
    }
  }
}
