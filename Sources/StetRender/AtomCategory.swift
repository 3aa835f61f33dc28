/// What an entry is filed under (RFC 4287, 4.2.2).
public struct AtomCategory: Sendable, Hashable {
  /// The word.
  public let term: String
  /// Which list of words it is from, an IRI; nil for a tag of the page.
  public let scheme: String?

  /// A category.
  public init(_ term: String, scheme: String? = nil) { (self.term, self.scheme) = (term, scheme) }

  var element: String {
    let scheme = scheme.map { " scheme=\"\(XMLText.escaped($0))\"" } ?? ""
    return "<category term=\"\(XMLText.escaped(term))\"\(scheme)/>"
  }
}
