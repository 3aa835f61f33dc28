/// How a TimeMap is written.
enum TimeMapForm: String, Sendable, Hashable, CaseIterable {
  /// `application/link-format` (RFC 6690, as RFC 7089, 5 has it).
  case link
  /// The JSON of the Memento aggregators.
  case json

  var type: String {
    switch self {
    case .link: "application/link-format"
    case .json: "application/json"
    }
  }
}
