/// A Link field or a document in link-format, read as RFC 8288 and RFC 6690 have it.
struct LinkReader {
  struct Link {
    let address: String
    let relations: [String]
    let attributes: [String: String]
  }

  private(set) var links: [Link] = []

  init(_ text: String) {
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      let address = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      var attributes: [String: String] = [:]
      while rest.first == ";" {
        rest = rest.dropFirst().drop { $0 == " " }
        guard let equals = rest.firstIndex(of: "=") else { break }
        let name = String(rest[..<equals])
        let value = rest[equals...].dropFirst(2)
        guard rest[equals...].hasPrefix("=\""), let end = value.firstIndex(of: "\"") else { break }
        attributes[name] = String(value[..<end])
        rest = value[end...].dropFirst()
      }
      links.append(
        Link(
          address: address, relations: attributes["rel"]?.split(separator: " ").map(String.init) ?? [],
          attributes: attributes))
    }
  }

  /// The addresses of a relation, in order.
  subscript(_ relation: String) -> [String] { links.filter { $0.relations.contains(relation) }.map(\.address) }

  /// An attribute of the first link of a relation.
  func attribute(_ name: String, of relation: String) -> String? {
    links.first { $0.relations.contains(relation) }?.attributes[name]
  }

  var datetimes: [String] { links.compactMap { $0.attributes["datetime"] } }
}
