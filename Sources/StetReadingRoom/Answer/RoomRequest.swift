/// What somebody asks of the room.
public struct RoomRequest: Sendable {
  /// `GET` or `HEAD`; anything else is refused.
  public var method: String
  /// The path as it was sent, percent-encoded, without the query.
  public var path: String
  /// Names and values of the query in order, decoded.
  public var query: [(name: String, value: String)]
  /// The query as it was sent, percent-encoded; nil when there was none.
  public var rawQuery: String?
  /// Header fields; names in lower case.
  public var headers: [String: String]

  /// A request.
  public init(
    method: String = "GET", path: String, query: [(name: String, value: String)] = [], rawQuery: String? = nil,
    headers: [String: String] = [:]
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.rawQuery = rawQuery
    self.headers = headers
  }

  /// The first value of that name.
  func value(_ name: String) -> String? { query.first { $0.name == name }?.value }

  /// The same without white space at its ends; "" where there is none.
  func text(_ name: String) -> String {
    let text = value(name)?.drop(while: \.isWhitespace) ?? ""
    return String(text.prefix(upTo: text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex))
  }

  /// The first value of that name as a number; nil where it is none.
  func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }
}
