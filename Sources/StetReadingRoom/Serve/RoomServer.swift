internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// Serves a room over HTTP; the one place that knows of FlyingFox.
public struct RoomServer: Sendable {
  private let server: HTTPServer

  /// A server that will listen on that address and port; port 0 takes a free one.
  /// - Throws: when the address is none.
  public init(_ room: ReadingRoom, host: String = "127.0.0.1", port: UInt16) throws {
    let address = try sockaddr_in.inet(ip4: host, port: port)
    server = HTTPServer(address: address, logger: .disabled)
    self.room = room
  }

  private let room: ReadingRoom

  /// Serves until the task is cancelled.
  public func run() async throws {
    await server.appendRoute("*") { request in
      Self.response(room.answer(Self.request(request)))
    }
    try await server.run()
  }

  private static func request(_ request: HTTPRequest) -> RoomRequest {
    RoomRequest(
      method: request.method.rawValue, path: request.target.path(), query: request.query.map { ($0.name, $0.value) },
      rawQuery: request.target.rawValue.contains("?") ? request.target.query() : nil,
      headers: Dictionary(
        request.headers.map { ($0.key.rawValue.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first }))
  }

  private static func response(_ answer: RoomAnswer) -> HTTPResponse {
    let body: Data
    switch answer.body {
    case .bytes(let bytes): body = Data(bytes)
    case .file: body = Data()
    }
    var headers = HTTPHeaders()
    for field in answer.headers { headers[HTTPHeader(field.name)] = field.value }
    return HTTPResponse(statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers, body: body)
  }
}
