/// The room's own style and script.
extension ReadingRoom {
  var stylesheet: RoomAnswer { RoomAnswer(type: "text/css; charset=utf-8", .bytes(PackageResources.room_css)) }

  var script: RoomAnswer { RoomAnswer(type: "text/javascript; charset=utf-8", .bytes(PackageResources.room_js)) }
}
