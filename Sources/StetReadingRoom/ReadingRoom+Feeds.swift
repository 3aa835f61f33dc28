/// Changes as Atom feeds.
extension ReadingRoom {
  /// The feed of a host's changes; of all hosts' for nil.
  func feed(host: String?, _ request: RoomRequest) throws -> RoomAnswer { throw RoomError.notFound }
}
