/// Changes as Atom feeds.
extension ReadingRoom {
  /// The feed of a host's changes; of all hosts' for nil.
  func feed(host: String?, _ request: RoomRequest) throws -> RoomAnswer {
    let origin = try origin(request)
    let feed = ChangesFeed(shelf: shelf, host: host, place: try ChangePlace.of(request)) { origin($0, query: $1) }
    guard let part = try feed.part() else { throw RoomError.notFound }
    let tag = feed.tag(of: part)
    // Feed readers ask again and again, and mostly for what they have: that needs no comparing.
    let isKnown = request.headers["if-none-match"].map { EntityTag.list($0, includes: tag) } ?? false
    let (bytes, isWhole) = isKnown ? ([], true) : try feed.bytes(of: part)
    return RoomAnswer(
      type: "application/atom+xml; charset=utf-8", .bytes(bytes), headers: isWhole ? [("ETag", tag)] : [])
  }

  /// Where the client found the room.
  /// - Throws: when it did not say so.
  func origin(_ request: RoomRequest) throws(RoomError) -> RoomOrigin {
    guard let origin = RoomOrigin(request) else {
      throw RoomError(code: .badRequest, message: "The Host field of this request names no host.")
    }
    return origin
  }
}
