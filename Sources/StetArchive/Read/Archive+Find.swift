internal import StetModel

extension Archive {
  /// The page that a person means.
  ///
  /// An exact address wins, with or without its scheme; then an address that once led to a page; then any part of
  /// one page's address, whatever the case.
  /// - Throws: `unknownPage`, or `ambiguousPage` with up to five candidates.
  public func find(_ query: String) throws(ArchiveError) -> ArchivedPage {
    let address = PageAddress(query).map { PageKey($0) }
    if let address, let page = try page(address) { return page }

    let pages = try pages()
    let exact = Set([address, PageKey(stored: query)].compactMap(\.self) + Self.withScheme(query))
    let aliases = Set(exact.map(\.description))
    let part = ASCII.lowercased(query)
    let choices = [
      pages.filter { exact.contains($0.key) },
      pages.filter { page in page.aliases.contains { aliases.contains($0) } },
      part.isEmpty ? [] : pages.filter { Self.contains($0.key.description, part) },
      part.isEmpty ? [] : pages.filter { page in page.aliases.contains { Self.contains($0, part) } },
    ]
    guard let found = choices.first(where: { !$0.isEmpty }), let page = found.first else {
      throw ArchiveError(
        code: .unknownPage,
        message: "Cannot find a page '\(query)': no address in '\(path)' contains it. 'stet list' shows all pages.",
        subject: query)
    }
    guard found.count == 1 else { throw Self.ambiguous(query, found) }
    return page
  }

  private static func withScheme(_ query: String) -> [PageKey] {
    query.contains("://") ? [] : ["http://", "https://"].compactMap { PageAddress($0 + query).map { PageKey($0) } }
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(ASCII.lowercased(text).utf8)
    let part = Array(part.utf8)
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  private static func ambiguous(_ query: String, _ found: [ArchivedPage]) -> ArchiveError {
    let shown = found.prefix(5).map { "'\($0.key)'" }.joined(separator: ", ")
    let more = found.count > 5 ? " and \(found.count - 5) more" : ""
    return ArchiveError(
      code: .ambiguousPage,
      message: "Cannot tell which page '\(query)' means: \(found.count) addresses fit, \(shown)\(more). "
        + "Give more of the address.", subject: query)
  }
}
