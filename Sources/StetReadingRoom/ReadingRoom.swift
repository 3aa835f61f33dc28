public import StetArchive

/// The archive as web pages: answers requests, and knows nothing of sockets or files of its own.
public struct ReadingRoom: Sendable {
  let shelf: Shelf
  private let report: @Sendable (String) -> Void
  private let instead: (@Sendable (RoomRequest) throws -> RoomAnswer)?

  /// The room of that archive.
  /// - Parameter report: is told of trouble with the archive, in a line.
  public init(_ archive: Archive, report: @escaping @Sendable (String) -> Void = { _ in }) {
    self.init(shelf: Shelf(archive), report: report)
  }

  /// - Parameter instead: what answers in place of the room's own pages, for tests.
  init(
    shelf: Shelf, report: @escaping @Sendable (String) -> Void = { _ in },
    instead: (@Sendable (RoomRequest) throws -> RoomAnswer)? = nil
  ) {
    self.shelf = shelf
    self.report = report
    self.instead = instead
  }

  /// Makes the index ready, so that the first request need not wait for it.
  /// - Parameter progress: is told how many pages are done of about how many, where that takes long.
  /// - Throws: `inputOutput` when there can be none.
  public func prepare(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(ArchiveError) {
    try shelf.open(progress: progress)
  }

  /// The answer to a request; trouble of every kind is an answer, too. To HEAD it is that to GET, whose body is not sent.
  public func answer(_ request: RoomRequest) -> RoomAnswer {
    var answer: RoomAnswer
    do {
      answer = try instead?(request) ?? answering(request)
    } catch let error as RoomError {
      answer = trouble(error, request)
    } catch let error as ArchiveError {
      answer = trouble(RoomError(error), request)
      if answer.status == RoomError.Code.trouble.rawValue { report("\(request.path): \(error)") }
    } catch {
      answer = trouble(RoomError(code: .trouble, message: "This cannot be shown: something went wrong."), request)
      report("\(request.path): \(error)")
    }
    answer.headers += SecurityHeaders.all
    return answer.conditional(request)
  }

  private func answering(_ request: RoomRequest) throws -> RoomAnswer {
    guard request.method == "GET" || request.method == "HEAD" else {
      return RoomAnswer(
        status: 405, type: "text/plain; charset=utf-8", .bytes(Array("Only GET and HEAD are answered here.\n".utf8)),
        headers: [("Allow", "GET, HEAD")])
    }
    if let address = RoomAddress(path: request.path) { return try answer(address, to: request) }
    // Who leaves out the last slash means the folder.
    guard !request.path.hasSuffix("/"), let folder = RoomAddress(path: request.path + "/") else {
      throw RoomError.notFound
    }
    return .redirect(308, to: RoomLinks(from: request.path)(folder, query: request.query))
  }

  private func answer(_ address: RoomAddress, to request: RoomRequest) throws -> RoomAnswer {
    let links = RoomLinks(from: request.path)
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
    case .hostPart(let host, let part): try self.host(host, request, links, part: part)
    case .page(let page): try self.page(page, request, links)
    case .version(let page, let version): try self.version(version, of: page, request, links)
    case .compare(let page, let old, let new): try compare(old, with: new, of: page, isInterwoven: false, links)
    case .interwoven(let page, let old, let new): try compare(old, with: new, of: page, isInterwoven: true, links)
    case .choice(let page): try choice(page, request, links)
    case .snapshot(let page, let version): try snapshot(version, of: page)
    case .response(let page, let version, let part): try response(version, part: part, of: page)
    case .warc(let path): try warc(path)
    case .feed(let host): try feed(host: host, request)
    case .timegate(let original): try timegate(original, request)
    case .timemap(let form, let original, let part): try timemap(form, original, part: part, request)
    case .api(let place): try api(place, request, links)
    case .stylesheet: stylesheet
    case .script: script
    case .icon: icon
    }
  }

  private func trouble(_ error: RoomError, _ request: RoomRequest) -> RoomAnswer {
    var answer =
      request.path.hasPrefix("/api/")
      ? Problem.answer(error, path: request.path)
      : RoomAnswer(status: error.code.rawValue, html: TroublePage(error: error).html(RoomLinks(from: request.path)))
    answer.headers += error.headers
    return answer
  }
}
