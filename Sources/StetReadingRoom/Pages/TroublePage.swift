/// Says why there is nothing to show.
struct TroublePage {
  let error: RoomError

  func html(_ links: RoomLinks) -> Markup {
    PageFrame(links: links, title: "Not to be shown", main: "<h1>Not to be shown</h1>\n<p>\(error.message)</p>").html
  }
}
