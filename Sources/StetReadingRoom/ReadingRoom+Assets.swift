/// The room's own style and script.
extension ReadingRoom {
  var stylesheet: RoomAnswer { RoomAnswer(type: "text/css; charset=utf-8", .bytes(Self.style)) }

  var script: RoomAnswer { RoomAnswer(type: "text/javascript; charset=utf-8", .bytes(Self.code)) }

  /// What all pages share, then what lists of sites and the search add.
  static let style = PackageResources.room_css + PackageResources.sites_css

  static let code = PackageResources.room_js + PackageResources.search_js
}
