/// The room's own style, script and mark.
extension ReadingRoom {
  var stylesheet: RoomAnswer { RoomAnswer(type: "text/css; charset=utf-8", .bytes(Self.style)) }

  var script: RoomAnswer { RoomAnswer(type: "text/javascript; charset=utf-8", .bytes(Self.code)) }

  var icon: RoomAnswer { RoomAnswer(type: "image/svg+xml", .bytes(Self.mark)) }

  /// What all pages share, then what lists of sites and the search add.
  static let style = PackageResources.room_css + PackageResources.sites_css

  static let code = PackageResources.room_js + PackageResources.search_js

  static let mark = PackageResources.icon_svg
}
