internal import StetModel

/// What an index says of one version.
struct VersionEntry: Hashable {
  let number: Int
  let captured: Timestamp
  let cause: SnapshotCause
  let digest: Digest
  let kind: PageKind?
  let title: String?
  let authors: String?
  let published: String?
  let rating: String?
  /// Of the body, in bytes of UTF-8.
  let length: Int
  /// When it was published, where the page says so, else when it was captured.
  let dated: Timestamp
  /// What can be searched for; nil on a tombstone, and when the index has it already.
  let text: SearchableText?

  init(_ sealed: SealedSnapshot) {
    let snapshot = sealed.snapshot
    number = snapshot.version
    captured = snapshot.captured
    cause = snapshot.cause
    digest = sealed.digest
    kind = snapshot.review?.kind
    title = snapshot.review?.title
    let names = snapshot.review?.authors.map(\.name) ?? []
    authors = names.isEmpty ? nil : names.joined(separator: ", ")
    published = snapshot.review?.published
    rating = snapshot.review?.rating?.text
    length = snapshot.review?.bodyText.utf8.count ?? 0
    dated = published.flatMap(DateWord.start) ?? captured
    text = snapshot.review.map(SearchableText.init)
  }
}
