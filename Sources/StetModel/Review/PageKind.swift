/// What sort of page a record was read from.
public enum PageKind: String, Sendable, Hashable, CaseIterable {
  case review, article, post, listing, forum, product, error, blocked, other

  /// Whether `archive` stores such a page without `--any-page`.
  public var isArchivable: Bool {
    switch self {
    case .listing, .error, .blocked: false
    default: true
    }
  }
}
