/// Why a request gets no page: it is malformed, too large, or meant for somebody else.
struct RequestFault: Error, Hashable {
  /// The HTTP status to answer with.
  let status: Int
  /// In a sentence.
  let message: String

  static func malformed(_ what: String) -> RequestFault {
    RequestFault(status: 400, message: "This request has \(what).")
  }
}
