/// What a simulated site answers.
public struct SimulatedAnswer: Sendable {
  /// The status.
  public var status: Int
  /// Header fields, in order.
  public var headers: [(String, String)]
  /// The body.
  public var body: [UInt8]

  init(_ status: Int, _ type: String, _ body: [UInt8]) {
    self.status = status
    headers = [("Content-Type", type)]
    self.body = body
  }

  init(_ status: Int, html: String) { self.init(status, "text/html; charset=utf-8", Array(html.utf8)) }

  /// As bytes that go over the wire.
  public var scripted: ScriptedResponse { .page(status, headers: headers, body: body) }

  private func header(_ name: String) -> String? { headers.last { $0.0 == name }?.1 }

  /// 304 in its place where the request knows it already (RFC 9110, 13.1). If-None-Match goes first.
  func revalidated(_ request: SimulatedRequest) -> SimulatedAnswer {
    func bare(_ tag: String) -> Substring { tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...] }
    let isKnown =
      if let etag = request.etag {
        header("ETag").map { bare($0) == bare(etag) } ?? false
      } else {
        request.modifiedSince != nil && request.modifiedSince == header("Last-Modified")
      }
    guard isKnown else { return self }
    var answer = self
    (answer.status, answer.body) = (304, [])
    return answer
  }
}
