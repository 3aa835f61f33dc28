internal import StetArchive
internal import StetDiff
internal import StetDigest
internal import StetKit
internal import StetModel
internal import StetRender

/// The versions that were captured last, as an Atom feed (RFC 4287), in pages (RFC 5005, 3).
///
/// An entry's id is that of the version, as in every feed that stet writes: a reader that has it from elsewhere shows it once.
struct ChangesFeed {
  /// How many entries a page of it has.
  static let length = 100
  /// The list that the words for severity are from.
  static let severityScheme = "urn:stet:severity"

  let shelf: Shelf
  /// The host's folder; nil: of all.
  let host: String?
  /// Where this page of the feed begins; nil: with the newest.
  var place: IndexedChange.Place?
  /// Which changes are in it: of a folder of files those of its pages.
  var isWanted: (IndexedChange) -> Bool = { _ in true }
  /// Whether further pages of it can be asked for: files cannot.
  var hasPages = true
  /// The address of a place of the room.
  let address: (_ place: RoomAddress, _ query: [(name: String, value: String)]) -> String

  /// What a page of the feed tells of, as the index has it.
  struct Part {
    let changes: ArraySlice<IndexedChange>
    /// Where the next page begins; nil for the last.
    let next: IndexedChange.Place?
  }

  /// This page of the feed; nil when the archive has nothing of such a host.
  func part() throws -> Part? {
    let found = try found()
    if found.isEmpty, host != nil, place == nil, hasPages { return nil }
    let shown = found.prefix(Self.length)
    return Part(changes: shown, next: hasPages && found.count > shown.count ? shown.last?.place : nil)
  }

  /// What tells a page of the feed from others, and from what it was before: it follows from what is in it, and from when a
  /// file of those pages was last made or replaced, as a redaction does. So it is known before anything is compared. What
  /// another stet would write is another text.
  func tag(of part: Part) -> String {
    var facts = [address(.feed(host: host), []), place.map(ChangePlace.text) ?? "", "\(part.next == nil)", Self.run]
    for change in part.changes {
      let replaced = shelf.archive.lastReplacement(folder: change.place.folder) ?? 0
      facts.append("\(ChangePlace.text(change.place)) \(change.digest) \(replaced)")
    }
    return "\"\(Digest.sha256(of: facts.joined(separator: "\n")).hexadecimal.prefix(32))\""
  }

  private static let run = "\(UInt64.random(in: 0 ... .max))"

  /// The feed; nil when the archive has nothing of such a host.
  func bytes() throws -> [UInt8]? { try part().map { try bytes(of: $0).bytes } }

  /// A page of the feed, and whether all that it tells of is in it: what could not be read may be there next time.
  func bytes(of part: Part) throws -> (bytes: [UInt8], isWhole: Bool) {
    var isWhole = true
    var text = AtomRendering.head(
      id: Self.id(of: shelf.archive, host: host), title: host.map { "Changes on \($0)" } ?? "Changes",
      updated: part.changes.first?.place.captured, links: links(next: part.next))
    let rereading = Rereading(shelf.archive)
    for change in part.changes {
      // What has gone since the index was made, or is broken, is no news: `stet verify` tells of it.
      do {
        if let entry = try entry(change, rereading) { text += entry }
      } catch {
        isWhole = false
      }
    }
    return (Array((text + AtomRendering.foot).utf8), isWhole)
  }

  /// What is shown, and one more, which tells whether there is another page.
  private func found() throws -> [IndexedChange] {
    let scope = host.map(ArchiveIndex.ChangeScope.hostFolder) ?? .all
    var found: [IndexedChange] = []
    var last = place
    while found.count <= Self.length {
      let start = last
      let changes = try shelf.reading { index throws(ArchiveError) in
        try index.changes(scope, after: start, limit: Self.length + 1)
      }
      found += changes.filter(isWanted)
      guard changes.count > Self.length else { break }
      last = changes.last?.place
    }
    return Array(found.prefix(Self.length + 1))
  }

  /// What tells the feed from others: the place of the archive, and the host. It stays the same, whatever the server is
  /// called.
  static func id(of archive: Archive, host: String?) -> Digest {
    Digest.sha256(of: ["room", ChangesFeed.place(of: archive), host ?? ""].joined(separator: "\n"))
  }

  private static func place(of archive: Archive) -> String { ChangedPages.feedID(archive, host: nil).hexadecimal }

  private func links(next: IndexedChange.Place?) -> [AtomLink] {
    let feed = RoomAddress.feed(host: host)
    func page(_ place: IndexedChange.Place?) -> String {
      address(feed, place.map { [("after", ChangePlace.text($0))] } ?? [])
    }
    let atom = "application/atom+xml"
    var links = [
      AtomLink("self", page(place), type: atom),
      AtomLink("alternate", address(host.map(RoomAddress.host) ?? .front, []), type: "text/html"),
    ]
    if place != nil || next != nil { links.append(AtomLink("first", page(nil), type: atom)) }
    if let next { links.append(AtomLink("next", page(next), type: atom)) }
    return links
  }

  private func entry(_ indexed: IndexedChange, _ rereading: Rereading) throws -> String? {
    let archive = shelf.archive
    let version = indexed.place.version
    guard let page = try archive.page(folder: indexed.place.folder), let name = PageName(folder: page.folder) else {
      return nil
    }
    let step = try VersionStep(version, of: page, in: archive, rereading: rereading)
    let snapshot = step.sealed.snapshot
    let stored = StoredVersion(
      snapshot, digest: step.sealed.digest, goneSince: snapshot.cause == .gone ? snapshot.captured : nil,
      redaction: step.sealed.redaction?.description)
    let place = step.before.map { RoomAddress.compare(name, old: $0, new: version) } ?? .version(name, version)
    var links = [AtomLink("alternate", address(place, []), type: "text/html")]
    if HTMLText.isWebAddress(page.key.description) { links.append(AtomLink("related", page.key.description)) }
    let diff = step.change.flatMap { $0.diff.isEmpty ? nil : $0.diff }
    return AtomRendering.entry(
      stored, summary: step.summary ?? "new page", content: diff.map { HTMLDiff.fragment($0, layout: .feed) },
      links: links,
      categories: diff?.severity.map { [AtomCategory($0.rawValue, scheme: Self.severityScheme)] } ?? [])
  }
}
