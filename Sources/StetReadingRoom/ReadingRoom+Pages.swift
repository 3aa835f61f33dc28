internal import StetArchive
internal import StetModel

/// Pages of the archive: one as it was last read, one version of it.
extension ReadingRoom {
  /// A page's own place: the last version that can be read, with the whole history.
  func page(_ name: PageName, _ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    let history = try history(name)
    guard let latest = history.readable ?? history.versions.last else { throw RoomError.noVersion }
    return try reading(latest.version, of: history, isPage: true, links)
  }

  func version(_ version: Int, of name: PageName, _ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    let history = try history(name)
    guard history.place(of: version) != nil else { throw RoomError.notFound }
    return try reading(version, of: history, isPage: false, links)
  }

  /// The history of the page with that name.
  func history(_ name: PageName) throws -> PageHistory {
    guard let page = try shelf.page(name) else { throw RoomError.notFound }
    return try shelf.history(of: page, name)
  }

  private func reading(_ version: Int, of history: PageHistory, isPage: Bool, _ links: RoomLinks) throws -> RoomAnswer {
    let sealed = try shelf.archive.snapshot(version, of: history.page)
    return RoomAnswer(
      html: VersionPage(
        history: history, sealed: sealed, warc: links.isSite ? nil : shelf.warcPath(of: sealed), isPage: isPage
      ).html(links))
  }
}
