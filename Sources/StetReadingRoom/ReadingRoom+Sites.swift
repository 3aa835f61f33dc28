internal import StetArchive

/// The front page and a host's page.
extension ReadingRoom {
  func front(_ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    RoomAnswer(html: try shelf.frontPage(SiteChoice(request), today: shelf.today).html(links))
  }

  func host(_ host: String, _ request: RoomRequest, _ links: RoomLinks, part: Int? = nil) throws -> RoomAnswer {
    let order = request.value("sort").flatMap(SitePage.Order.init) ?? .address
    let page = try shelf.hostPage(
      host, by: order, failing: request.value("failing") == "1",
      part: part ?? request.number("part") ?? 1, today: shelf.today)
    guard let page else { throw RoomError.notFound }
    return RoomAnswer(html: page.html(links))
  }
}
