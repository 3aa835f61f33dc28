internal import StetModel

extension SearchQuery {
  /// The same with other names for its hosts: people may write them otherwise than the archive does.
  public func renamingHosts(_ name: (String) -> String) -> SearchQuery {
    var query = self
    query.hosts = hosts.map(name)
    query.unwantedHosts = unwantedHosts.map(name)
    return query
  }

  /// The same with what a form says beside the words.
  ///
  /// - Parameters:
  ///   - field: where words have to stand for which the query does not say that itself; nil: anywhere.
  ///   - host: of this host, or below it; empty: of any.
  ///   - after: published, or else captured, on that day or later; empty: whenever.
  ///   - before: the same, earlier; empty: whenever.
  /// - Throws: for a date that is none.
  public func narrowed(
    to field: SearchField? = nil, host: String = "", after: String = "", before: String = ""
  ) throws(SearchQueryError) -> SearchQuery {
    var query = self
    if let field {
      query.wanted = wanted.map { SearchTerm(field: $0.field ?? field, text: $0.text, isPrefix: $0.isPrefix) }
    }
    if !host.isEmpty { query.hosts = [ASCII.lowercased(host)] }
    if !after.isEmpty { query.after = try Self.date(after, written: "after:\(after)") }
    if !before.isEmpty { query.before = try Self.date(before, written: "before:\(before)") }
    return query
  }
}
