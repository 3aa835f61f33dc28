internal import StetModel

/// The header fields of one request.
enum RequestFields {
  /// Fields that frame the message or say where it goes. Were they free, what is checked would not be what is fetched.
  static let reserved = [
    "host", "connection", "content-length", "expect", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade",
  ]

  /// Pages first, then anything, as browsers ask.
  private static let accept = HeaderField(
    name: "Accept", value: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")

  /// The fields for a hop: the user's where they are meant to go, and the validators where they come from.
  static func fields(for request: FetchRequest, _ hop: Hop) -> [HeaderField] {
    let own = hop.isOwnOrigin ? request.headers : []
    let conditions = request.validators.map { $0.isFor(hop.address) ? $0.requestFields : [] } ?? []
    return (own.contains { $0.hasName("Accept") } ? [] : [accept]) + conditions + own
  }

  /// - Throws: `FetchError.Code.badHeader` for a field that cannot be sent as it stands.
  /// - Parameter address: the request's, for messages.
  static func check(_ request: FetchRequest, address: @autoclosure () -> String) throws(FetchError) {
    for field in request.headers + (request.validators?.requestFields ?? []) {
      func refusal(_ reason: String) -> FetchError {
        FetchError(
          .badHeader, "Cannot send the header field '\(field.name)': \(reason).", address: address())
      }
      guard isToken(field.name) else { throw refusal("this is not a field name (RFC 9110, 5.1). Check its spelling") }
      guard isValue(field.value) else {
        throw refusal("its value has a line break or another control character. Take it out")
      }
      guard !reserved.contains(ASCII.lowercased(field.name)) else {
        throw refusal("stet sets it itself, by the address. Leave it out")
      }
    }
  }

  /// Whether a text can be the value of a field (RFC 9110, 5.5).
  static func isValue(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }
  }

  /// RFC 9110, 5.6.2.
  private static func isToken(_ text: String) -> Bool {
    let marks = Array("!#$%&'*+-.^_`|~".utf8)
    return !text.isEmpty
      && text.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || marks.contains($0) }
  }
}
