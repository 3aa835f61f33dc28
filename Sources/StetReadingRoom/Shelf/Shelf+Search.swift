internal import StetArchive
internal import StetFetch

extension Shelf {
  /// What came of a search.
  enum SearchOutcome {
    /// Nothing was asked for.
    case none
    /// What was asked for cannot be looked for: why, in a sentence.
    case mistaken(String)
    case found(SearchResult)
  }

  func search(_ form: SearchForm) throws(ArchiveError) -> SearchOutcome {
    guard !form.isEmpty else { return .none }
    let query: SearchQuery
    do throws(SearchQueryError) {
      query = try form.query().renamingHosts(AddressParser.settled(host:))
    } catch {
      return .mistaken(error.description)
    }
    return .found(
      try reading { index throws(ArchiveError) in
        try index.search(
          query, in: form.isOfAllVersions ? .allVersions : .current, offset: (form.part - 1) * SearchForm.size,
          limit: SearchForm.size)
      })
  }
}
