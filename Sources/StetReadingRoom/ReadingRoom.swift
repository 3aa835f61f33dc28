public import StetArchive
internal import StetModel

/// The archive as web pages: answers requests, and knows nothing of sockets or files of its own.
public struct ReadingRoom: Sendable {
  private let shelf: Shelf

  /// The room of that archive.
  public init(_ archive: Archive) { shelf = Shelf(archive) }

  /// The answer to a request; trouble of every kind is an answer, too.
  public func answer(_ request: RoomRequest) -> RoomAnswer {
    var answer: RoomAnswer
    do {
      answer = try answering(request)
    } catch let error as RoomError {
      answer = trouble(error)
    } catch {
      answer = trouble(RoomError(code: .trouble, message: "\(error)"))
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
    let links = RoomLinks(isSite: false, place: address)
    switch address {
    case .front: return RoomAnswer(html: FrontPage(hosts: []).html(links))
    case .version(let name, let version):
      guard let page = try shelf.page(name) else { throw RoomError.notFound }
      return RoomAnswer(
        html: VersionPage(page: page, snapshot: try shelf.archive.snapshot(version, of: page)).html(links))
    case .stylesheet:
      return RoomAnswer(type: "text/css; charset=utf-8", .bytes(PackageResources.room_css))
    case .script:
      return RoomAnswer(type: "text/javascript; charset=utf-8", .bytes(PackageResources.room_js))
    default: throw RoomError.notFound
    }
  }

  private func trouble(_ error: RoomError) -> RoomAnswer {
    let links = RoomLinks(isSite: false, place: .front)
    return RoomAnswer(status: error.code.rawValue, html: TroublePage(error: error).html(links))
  }
}
