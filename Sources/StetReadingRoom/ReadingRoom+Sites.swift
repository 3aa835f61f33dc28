/// The front page, a host's page and the search.
extension ReadingRoom {
  func front(_ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    RoomAnswer(html: FrontPage(hosts: []).html(links))
  }

  func host(_ host: String, _ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    throw RoomError.notFound
  }

  func search(_ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer { throw RoomError.notFound }
}
