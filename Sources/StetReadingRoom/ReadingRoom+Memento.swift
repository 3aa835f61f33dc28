internal import StetArchive
internal import StetModel

/// Travelling in time (Memento, RFC 7089): from a page's address to the version nearest to a moment, and to all of them.
extension ReadingRoom {
  /// The TimeGate: leads to the memento nearest to Accept-Datetime, without one to the last (RFC 7089, 4.2.1).
  func timegate(_ original: String, _ request: RoomRequest) throws -> RoomAnswer {
    let links = try mementoLinks(original, request)
    var moment: Timestamp?
    if let text = request.headers["accept-datetime"] {
      // RFC 7089, 4.5.3.
      guard let read = MementoDate.read(text) else {
        throw RoomError(
          code: .badRequest,
          message: "Accept-Datetime is a date of RFC 1123, such as 'Thu, 31 May 2007 20:35:00 GMT'.",
          headers: Self.gateFields([links.originalLink, links.timemapLink()]))
      }
      moment = read
    }
    guard let memento = moment.map(links.mementos.nearest) ?? links.mementos.all.last else { throw RoomError.notFound }
    var answer = RoomAnswer.redirect(to: links.address(memento))
    answer.headers += Self.gateFields([links.originalLink, links.timemapLink()] + links.around(memento.captured))
    return answer
  }

  /// The fields of what a TimeGate answers, whatever that is (RFC 7089, 4.2).
  private static func gateFields(_ links: [String]) -> [(name: String, value: String)] {
    [("Vary", "accept-datetime"), ("Link", links.joined(separator: ", "))]
  }

  /// A TimeMap.
  func timemap(_ form: TimeMapForm, _ original: String, part: Int, _ request: RoomRequest) throws -> RoomAnswer {
    let links = try mementoLinks(original, request)
    guard part <= links.parts else { throw RoomError.notFound }
    let map = TimeMap(links: links, part: part)
    return switch form {
    case .link: RoomAnswer(type: form.type, .bytes(Array(map.linkFormat.utf8)))
    case .json: RoomAnswer(json: map.json)
    }
  }

  /// The header fields of a version's page, which is a memento of the archived one (RFC 7089, 2.1.1 and 2.2). A version that
  /// holds nothing of the page's text names the page, and is no memento.
  func mementoFields(
    _ version: Int, of name: PageName, _ request: RoomRequest, _ room: RoomLinks
  ) throws -> [(name: String, value: String)] {
    guard let page = try shelf.page(name) else { return [] }
    let links = MementoLinks(
      mementos: try Mementos(page, name, in: shelf.archive),
      base: RoomOrigin(request).map { "\($0.text)/" } ?? room(.front))
    let snapshot = try shelf.archive.snapshot(version, of: page).snapshot
    let named = [links.originalLink, links.timegateLink, links.timemapLink()]
    guard snapshot.review != nil else { return [("Link", named.joined(separator: ", "))] }
    return [
      ("Memento-Datetime", MementoDate.text(snapshot.captured)),
      ("Link", (named + links.around(snapshot.captured)).joined(separator: ", ")),
    ]
  }

  /// The mementos of the page that an address led to.
  /// - Throws: `notFound` when the archive has none.
  private func mementoLinks(_ original: String, _ request: RoomRequest) throws -> MementoLinks {
    let text = original + (request.rawQuery.map { "?\($0)" } ?? "")
    guard let address = Self.address(text),
      let page = try shelf.reading({ index throws(ArchiveError) in try shelf.archive.page(at: address, in: index) }),
      let name = PageName(folder: page.folder)
    else { throw RoomError.notFound }
    let mementos = try Mementos(page, name, in: shelf.archive)
    guard !mementos.all.isEmpty else { throw RoomError.notFound }
    return MementoLinks(mementos: mementos, base: "\(try origin(request).text)/")
  }

  /// The address that a client means: some make one slash of two, others leave the scheme out.
  private static func address(_ text: String) -> PageAddress? {
    for scheme in ["http", "https"] where text.hasPrefix("\(scheme):/") && !text.hasPrefix("\(scheme)://") {
      return PageAddress("\(scheme)://\(text.dropFirst(scheme.count + 2))")
    }
    return PageAddress(text) ?? PageAddress("http://\(text)")
  }
}
