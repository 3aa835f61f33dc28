/// What the room answers.
public struct RoomAnswer: Sendable {
  /// What is sent.
  public enum Body: Sendable {
    /// These bytes.
    case bytes([UInt8])
    /// The file at this absolute path, which may be large.
    case file(String)
  }

  /// The HTTP status.
  public var status: Int
  /// Header fields in order.
  public var headers: [(name: String, value: String)]
  /// What follows them.
  public var body: Body

  init(status: Int = 200, type: String, _ body: Body, headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = [("Content-Type", type)] + headers
    self.body = body
  }

  init(status: Int = 200, html: Markup) {
    self.init(status: status, type: "text/html; charset=utf-8", .bytes(Array(html.html.utf8)))
  }

  static func redirect(_ status: Int = 302, to address: String) -> RoomAnswer {
    RoomAnswer(
      status: status, type: "text/plain; charset=utf-8", .bytes(Array("\(address)\n".utf8)),
      headers: [("Location", address)])
  }
}
