/// What is handed out as it is stored.
extension ReadingRoom {
  func snapshot(_ version: Int, of name: PageName) throws -> RoomAnswer { throw RoomError.notFound }

  func response(_ version: Int, of name: PageName) throws -> RoomAnswer { throw RoomError.notFound }

  func warc(_ path: String) throws -> RoomAnswer { throw RoomError.notFound }
}
