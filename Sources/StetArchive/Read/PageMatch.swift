internal import StetModel

/// One way in which a page may fit what a person typed.
enum PageMatch {
  /// Its key is one of these.
  case keys([String])
  /// One of these addresses led to it.
  case aliases([String])
  /// Its key contains this, lower case.
  case keyPart(String)
  /// An address that led to it contains this, lower case.
  case aliasPart(String)

  /// The ways in the order in which they are tried.
  static func steps(_ query: String) -> [PageMatch] {
    var exact = [query]
    if let address = PageAddress(query) { exact.append(PageKey(address).description) }
    if !query.contains("://") {
      exact += ["http://", "https://"].compactMap { PageAddress($0 + query).map { PageKey($0).description } }
    }
    let part = ASCII.lowercased(query)
    return [.keys(exact), .aliases(exact)] + (part.isEmpty ? [] : [.keyPart(part), .aliasPart(part)])
  }

  /// Whether a page fits.
  func fits(_ page: ArchivedPage) -> Bool {
    switch self {
    case .keys(let keys): keys.contains { Self.isSame($0, page.key.description) }
    case .aliases(let aliases): page.aliases.contains { alias in aliases.contains { Self.isSame($0, alias) } }
    case .keyPart(let part): Self.contains(page.key.description, part)
    case .aliasPart(let part): page.aliases.contains { Self.contains($0, part) }
    }
  }

  /// Byte by byte, as the index compares.
  private static func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(ASCII.lowercased(text).utf8)
    let part = Array(part.utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
