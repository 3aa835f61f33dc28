/// Asks which two versions of a page are to be compared.
struct ChoicePage {
  let history: PageHistory

  func html(_ links: RoomLinks) -> Markup {
    PageFrame(
      links: links, title: "\(history.title) · compare", main: main(links),
      trail: [
        .init(name: history.name.host, address: .host(history.name.host)),
        .init(name: history.title, address: .page(history.name)),
        .init(name: "Compare", address: nil),
      ], feedHost: history.name.host
    ).html
  }

  private func main(_ links: RoomLinks) -> Markup {
    let nothing: Markup = "<p>There are no two versions of this page that could be compared.</p>"
    return """
      <h1><span class="hidden">Compare versions of </span><bdi>\(history.title)</bdi></h1>
      \(VersionChoice(history: history, old: nil, new: nil).markup(links) ?? nothing)
      """
  }
}
