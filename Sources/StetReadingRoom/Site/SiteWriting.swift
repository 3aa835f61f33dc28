internal import StetArchive
internal import StetKit
internal import StetModel

/// One writing of the room into a folder.
struct SiteWriting {
  private let room: ReadingRoom
  private let sites: SiteSelection
  private let folder: OutputFolder
  /// How many pages a part of a host's list has.
  private let pagesInPart: Int
  private var search = SiteSearchData()
  /// What has been written.
  private(set) var count = ExportCount()

  init(_ room: ReadingRoom, _ selection: ExportSelection, into folder: OutputFolder, pagesInPart: Int = 500) {
    self.room = room
    self.folder = folder
    self.pagesInPart = pagesInPart
    sites = SiteSelection(room.shelf, selection)
  }

  /// Writes everything.
  /// - Parameter visited: told of pages done, of how many, after each; what it throws ends the writing.
  mutating func run(visited: (_ done: Int, _ total: Int) throws -> Void) throws {
    let chosen = try sites.chosen()
    let total = chosen.reduce(0) { $0 + $1.pages }
    for site in chosen {
      try write(site) { try visited($0, total) }
    }
    if let rest = search.rest() { try folder.write("search/\(SiteSearchPage.data(search.parts))", rest) }
    try write(.search) { SiteSearchPage(parts: search.parts).html($0) }
    try folder.write("search/\(SiteSearchPage.script)", PackageResources.site_search_js)
    try write(.front) { try sites.frontPage(chosen).html($0) }
    try write(.feed(host: nil), sites.feed(host: nil, of: chosen))
    try write(.stylesheet, ReadingRoom.style)
    try write(.script, ReadingRoom.code)
    try write(.icon, ReadingRoom.mark)
  }

  /// A host: its pages, and the parts of the list of them.
  private mutating func write(_ site: SiteSummary, visited: (_ done: Int) throws -> Void) throws {
    let parts = Pager.parts(site.pages, of: pagesInPart)
    var part: [SitePage] = []
    var number = 0
    func writePart() throws {
      number += 1
      let place = number == 1 ? RoomAddress.host(site.host) : .hostPart(site.host, number)
      try write(place) {
        try sites.hostPage(site, part, part: number, size: pagesInPart).html($0)
      }
      part = []
    }
    try sites.forEachPage(of: site.host) { page in
      part.append(page)
      if let name = PageName(folder: page.summary.folder), page.summary.latest != nil { try write(name) }
      count.pages += 1
      try visited(count.pages)
      if part.count == pagesInPart { try writePart() }
    }
    if !part.isEmpty || parts == 1 && number == 0 { try writePart() }
    try write(.feed(host: site.host), sites.feed(host: site.host, of: [site]))
  }

  /// A page: its place, its versions, and each of them compared with the one before it.
  private mutating func write(_ name: PageName) throws {
    let history = try room.history(name)
    guard let latest = history.readable ?? history.versions.last else { return }
    let sealed = try room.shelf.archive.snapshot(latest.version, of: history.page)
    try write(.page(name)) {
      VersionPage(history: history, sealed: sealed, warc: nil, isPage: true).html($0)
    }
    let found = search.add(history, sealed.snapshot.review, RoomLinks(isSite: true, place: .search))
    if let found { try folder.write("search/\(SiteSearchPage.data(search.parts))", found) }
    var before: SealedSnapshot?
    for note in history.versions {
      let sealed = try room.shelf.archive.snapshot(note.version, of: history.page)
      try write(.version(name, note.version)) {
        VersionPage(history: history, sealed: sealed, warc: nil, isPage: false).html($0)
      }
      try write(.snapshot(name, note.version), sealed.bytes)
      if let before { try write(history, before, sealed) }
      before = sealed
      count.versions += 1
    }
  }

  private func write(_ history: PageHistory, _ old: SealedSnapshot, _ new: SealedSnapshot) throws {
    let comparison = room.comparison(old, new)
    for isInterwoven in [false, true] {
      let page = ComparePage(
        history: history, old: old, new: new, comparison: comparison, isInterwoven: isInterwoven)
      let (first, second) = (old.snapshot.version, new.snapshot.version)
      try write(
        isInterwoven
          ? .interwoven(history.name, old: first, new: second) : .compare(history.name, old: first, new: second)
      ) { page.html($0) }
    }
  }

  private func write(_ place: RoomAddress, _ html: (RoomLinks) throws -> Markup) throws {
    try write(place, Array(try html(RoomLinks(isSite: true, place: place)).html.utf8))
  }

  private func write(_ place: RoomAddress, _ bytes: [UInt8]) throws {
    let (names, isFolder) = place.parts
    try folder.write((names + (isFolder ? ["index.html"] : [])).joined(separator: "/"), bytes)
  }
}
