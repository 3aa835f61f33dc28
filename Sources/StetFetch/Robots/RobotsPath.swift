internal import StetModel

/// What rules are compared with: path and query of an address.
struct RobotsPath {
  /// In the form in which octets are compared.
  let octets: [UInt8]
  /// The same with the slashes of the query encoded; nil without a query.
  let withEncodedQuery: [UInt8]?

  /// Path and query of an address.
  init(_ address: PageAddress) {
    let text = address.path + (address.query.map { "?" + $0 } ?? "")
    octets = RobotsOctets.normalized(Array(text.utf8)[...])
    withEncodedQuery = RobotsOctets.withEncodedQuery(octets)
  }

  /// Whether it is the file itself, which is always allowed (RFC 9309, 2.2.2).
  var isRobotsFile: Bool { octets.elementsEqual("/robots.txt".utf8) }
}
