/// A link of a feed or of an entry (RFC 4287, 4.2.7).
public struct AtomLink: Sendable, Hashable {
  /// What is there: `self`, `alternate`, `related`, `next` …
  public let relation: String
  /// An address that is escaped already where it has to be (percent-encoding), not yet for XML.
  public let address: String
  /// The media type; nil when it is of no use.
  public let type: String?

  /// A link.
  public init(_ relation: String, _ address: String, type: String? = nil) {
    (self.relation, self.address, self.type) = (relation, address, type)
  }

  var element: String {
    let type = type.map { " type=\"\(XMLText.escaped($0))\"" } ?? ""
    return "<link rel=\"\(XMLText.escaped(relation))\"\(type) href=\"\(XMLText.escaped(address))\"/>"
  }
}
