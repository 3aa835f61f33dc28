internal import StetArchive

/// Pages of the archive: one as it was last read, one version of it, two versions beside each other.
extension ReadingRoom {
  func page(_ name: PageName, _ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    throw RoomError.notFound
  }

  func version(_ version: Int, of name: PageName, _ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    guard let page = try shelf.page(name) else { throw RoomError.notFound }
    let snapshot = try shelf.archive.snapshot(version, of: page)
    return RoomAnswer(html: VersionPage(page: page, snapshot: snapshot).html(links))
  }

  func compare(_ old: Int, with new: Int, of name: PageName, _ request: RoomRequest, _ links: RoomLinks) throws
    -> RoomAnswer
  {
    throw RoomError.notFound
  }
}
