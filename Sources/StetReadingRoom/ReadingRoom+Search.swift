internal import StetArchive

/// What was found in the texts.
extension ReadingRoom {
  func search(_ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    let form = SearchForm(request)
    let page = SearchPage(form: form, outcome: try shelf.search(form))
    // As somebody types, only what was found is asked for.
    guard request.value("only") == "results" else { return RoomAnswer(html: page.html(links)) }
    return RoomAnswer(html: page.results(links))
  }
}
