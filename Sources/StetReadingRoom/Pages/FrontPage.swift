internal import StetArchive

/// All sites of the archive.
struct FrontPage {
  let hosts: [String]

  func html(_ links: RoomLinks) -> Markup {
    let rows = hosts.map { host -> Markup in "<li><a href=\"\(links(.host(host)))\">\(host)</a></li>" }
    return PageFrame(links: links, title: "stet", main: "<h1>Sites</h1>\n<ul>\n\(rows)\n</ul>").html
  }
}
