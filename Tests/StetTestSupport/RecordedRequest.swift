/// A request as a `ScriptedServer` received it.
public struct RecordedRequest: Sendable {
  /// The method, such as "GET".
  public let method: String
  /// The target as sent: path and query, without the host.
  public let target: String
  /// Header fields in the order sent.
  public let headers: [(name: String, value: String)]
  /// What came after the head, as long as Content-Length said.
  public internal(set) var body: [UInt8] = []
  /// Which of the server's connections it came on, counted from 1.
  public let connection: Int
  /// Scheme, host and port of the server that it came to.
  public let origin: String
  /// When its head had come, by a clock that all servers share.
  public let started: ContinuousClock.Instant
  /// When the last bytes of the answer were about to be sent: never later than when the client has them all. Nil before
  /// that, and when the client did not wait for them.
  public internal(set) var finished: ContinuousClock.Instant?

  /// The target without its query.
  public var path: String { String(target.prefix { $0 != "?" }) }

  /// The value of the last header field with this name, in any case; nil when there is none.
  public func header(_ name: String) -> String? {
    headers.last { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// A request as it would be recorded.
  init(
    method: String, target: String, headers: [(name: String, value: String)], connection: Int, origin: String,
    started: ContinuousClock.Instant, finished: ContinuousClock.Instant?
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.connection = connection
    self.origin = origin
    self.started = started
    self.finished = finished
  }

  /// Reads a head, up to but without its empty line; nil when it has no request line.
  init?(head: [UInt8], connection: Int, origin: String) {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: true)
    guard let words = lines.first?.split(separator: " "), words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    self.connection = connection
    self.origin = origin
    started = .now
    headers = lines.dropFirst().map { line in
      let name = line.prefix { $0 != ":" }
      let value = line.dropFirst(name.count + 1).drop { $0 == " " }
      return (String(name), String(value))
    }
  }
}
