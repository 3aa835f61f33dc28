internal import StetArchive
internal import StetDiff
internal import StetFetch
internal import StetKit
internal import StetModel

/// What the room has for programs: JSON in the shapes that the commands print, described in docs/reading-room.md.
extension ReadingRoom {
  func api(_ place: APIAddress, _ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    switch place {
    case .index:
      _ = try APIQuery(request, [])
      return RoomAnswer(json: APIDirectory.json)
    case .sites:
      _ = try APIQuery(request, [])
      let sites = try shelf.reading { index throws(ArchiveError) in try index.sites() }
      return RoomAnswer(json: .array(sites.map(\.json)))
    case .pages: return try apiPages(request, links)
    case .page(let name):
      _ = try APIQuery(request, [])
      let page = try known(name)
      return RoomAnswer(json: try VersionHistory(page, in: shelf.archive, rereading: Rereading(shelf.archive)).json)
    case .version(let name, let version):
      _ = try APIQuery(request, [])
      return try snapshot(version, of: name)
    case .diff(let name, let old, let new): return try apiDiff(name, old, new, request)
    case .search: return try apiSearch(request)
    case .changes: return try apiChanges(request, links)
    }
  }

  /// Pages as `stet list --json` has them; where to go on is in the Link field (RFC 8288), so that the shape is the same.
  private func apiPages(_ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    let query = try APIQuery(request, ["host", "since", "order", "limit", "after"])
    let limit = try query.limit(default: 100, maximum: 1000)
    var listing = PageListing(
      host: query.text("host").map(AddressParser.settled(host:)), since: try query.since(),
      order: try query.choice("order", default: .address),
      // One more tells whether there is another part.
      limit: limit + 1)
    if let text = query.text("after") {
      guard let place = PageCursor.read(text) else { throw Self.noPlace }
      listing.after = place
    }
    let asked = listing
    let pages = try shelf.reading { index throws(ArchiveError) in
      var pages: [PageSummary] = []
      // A page that cannot be read is told by `stet verify`, and hides none of the others.
      try index.list(asked, unreadable: { _ in }) { page in
        pages.append(page)
        return true
      }
      return pages
    }
    let next = pages.count > limit ? PageCursor.text(pages[limit - 1]) : nil
    return RoomAnswer(
      json: .array(pages.prefix(limit).map(\.json)), headers: Self.link(next, .pages, request, links))
  }

  private func apiDiff(_ name: PageName, _ old: Int, _ new: Int, _ request: RoomRequest) throws -> RoomAnswer {
    _ = try APIQuery(request, [])
    let page = try known(name)
    let sides = try [old, new].map { try shelf.archive.snapshot($0, of: page) }
    for side in sides {
      if let redaction = side.redaction { throw RoomError.redacted("\(redaction)") }
    }
    let fair = FairComparison(
      sides[0].snapshot, sides[1].snapshot, rereading: Rereading(shelf.archive))
    let diff = SnapshotDiff.between(fair.old, fair.new, oldDigest: sides[0].digest, newDigest: sides[1].digest)
    return RoomAnswer(json: fair.json(diff))
  }

  private enum SearchedVersions: String, CaseIterable { case latest, all }

  private func apiSearch(_ request: RoomRequest) throws -> RoomAnswer {
    let query = try APIQuery(request, ["q", "versions", "limit"])
    let words: SearchQuery
    do throws(SearchQueryError) {
      words = try SearchQuery(query.text("q") ?? "").renamingHosts(AddressParser.settled(host:))
    } catch {
      throw APIQuery.refused(error.description)
    }
    let versions = try query.choice("versions", default: SearchedVersions.latest)
    let limit = try query.limit(default: 10, maximum: 1000)
    let result = try shelf.reading { index throws(ArchiveError) in
      try index.search(words, in: versions == .all ? .allVersions : .current, limit: limit)
    }
    return RoomAnswer(json: result.json)
  }

  /// Each version as `stet log --json` has it, with `page` and `folder` in front.
  private func apiChanges(_ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    let query = try APIQuery(request, ["host", "since", "limit", "after"])
    let limit = try query.limit(default: 50, maximum: 200)
    let (place, since) = (try ChangePlace.of(request), try query.since())
    let scope = query.text("host").map { ArchiveIndex.ChangeScope.host(AddressParser.settled(host: $0)) } ?? .all
    let found = try shelf.reading { index throws(ArchiveError) in
      try index.changes(scope, after: place, since: since, limit: limit + 1)
    }
    let rereading = Rereading(shelf.archive)
    let changes = try found.prefix(limit).compactMap { change -> JSONValue? in
      guard let page = try shelf.archive.page(folder: change.place.folder) else { return nil }
      let step: VersionStep
      do {
        step = try VersionStep(change.place.version, of: page, in: shelf.archive, rereading: rereading)
      } catch let error as ArchiveError where error.code == .damaged {
        return Self.damaged(change, page)
      }
      var object: JSONObject = ["page": .string(page.key.description), "folder": .string(page.folder)]
      for member in step.json.object?.members ?? [] { object[member.name] = member.value }
      object["isNew"] = step.before == nil ? true : nil
      return .object(object)
    }
    let next = found.count > limit ? ChangePlace.text(found[limit - 1].place) : nil
    return RoomAnswer(json: .array(changes), headers: Self.link(next, .changes, request, links))
  }

  /// A version that is broken hides none of the others.
  private static func damaged(_ change: IndexedChange, _ page: ArchivedPage) -> JSONValue {
    .object([
      "page": .string(page.key.description), "folder": .string(page.folder),
      "version": .number(Double(change.place.version)), "captured": .string(change.place.captured.description),
      "error": .string("This version cannot be read: 'stet verify' tells more."),
    ])
  }

  private static let noPlace = APIQuery.refused(
    "'after' is what the Link field of the part before says: take it from there.")

  /// The Link field that names the next part, with the other parameters as they were sent; none for the last part.
  private static func link(
    _ next: String?, _ place: APIAddress, _ request: RoomRequest, _ links: RoomLinks
  ) -> [(name: String, value: String)] {
    guard let next else { return [] }
    let query = request.query.filter { $0.name != "after" } + [("after", next)]
    return [("Link", "<\(links(.api(place), query: query))>; rel=\"next\"")]
  }
}
