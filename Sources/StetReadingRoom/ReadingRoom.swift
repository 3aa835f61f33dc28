public import StetArchive

/// The archive as web pages: answers requests, and knows nothing of sockets or files of its own.
public struct ReadingRoom: Sendable {
  let shelf: Shelf

  /// The room of that archive.
  public init(_ archive: Archive) { shelf = Shelf(archive) }

  /// The answer to a request; trouble of every kind is an answer, too.
  public func answer(_ request: RoomRequest) -> RoomAnswer {
    var answer: RoomAnswer
    do {
      answer = try answering(request)
    } catch let error as RoomError {
      answer = trouble(error, request)
    } catch {
      answer = trouble(RoomError(code: .trouble, message: "\(error)"), request)
    }
    answer.headers += SecurityHeaders.all
    if request.method == "HEAD" { answer.body = .bytes([]) }
    return answer
  }

  private func answering(_ request: RoomRequest) throws -> RoomAnswer {
    guard request.method == "GET" || request.method == "HEAD" else {
      return RoomAnswer(
        status: 405, type: "text/plain; charset=utf-8", .bytes(Array("Only GET and HEAD are answered here.\n".utf8)),
        headers: [("Allow", "GET, HEAD")])
    }
    guard let address = RoomAddress(path: request.path) else { throw RoomError.notFound }
    return try answer(address, to: request)
  }

  private func answer(_ address: RoomAddress, to request: RoomRequest) throws -> RoomAnswer {
    let links = RoomLinks(isSite: false, place: address)
    var answer = try page(address, request, links)
    if case .version(let page, let version) = address, answer.status == 200 {
      answer.headers += try mementoFields(version, of: page, request, links)
    }
    return answer
  }

  private func page(_ address: RoomAddress, _ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    switch address {
    case .front: try front(request, links)
    case .search: try search(request, links)
    case .host(let host): try self.host(host, request, links)
    case .page(let page): try self.page(page, request, links)
    case .version(let page, let version): try self.version(version, of: page, request, links)
    case .compare(let page, let old, let new): try compare(old, with: new, of: page, isInterwoven: false, links)
    case .interwoven(let page, let old, let new): try compare(old, with: new, of: page, isInterwoven: true, links)
    case .choice(let page): try choice(page, request, links)
    case .snapshot(let page, let version): try snapshot(version, of: page)
    case .response(let page, let version): try response(version, of: page)
    case .warc(let path): try warc(path)
    case .feed(let host): try feed(host: host, request)
    case .timegate(let original): try timegate(original, request)
    case .timemap(let form, let original, let part): try timemap(form, original, part: part, request)
    case .api(let place): try api(place, request, links)
    case .stylesheet: stylesheet
    case .script: script
    }
  }

  private func trouble(_ error: RoomError, _ request: RoomRequest) -> RoomAnswer {
    if request.path.hasPrefix("/api/") { return Problem.answer(error, path: request.path) }
    let links = RoomLinks(isSite: false, place: .front)
    return RoomAnswer(status: error.code.rawValue, html: TroublePage(error: error).html(links))
  }
}
