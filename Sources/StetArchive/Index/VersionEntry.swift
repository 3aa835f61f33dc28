internal import StetDigest
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
  /// A line each; nil when there are none.
  let tags: String?
  /// Of the body, in bytes of UTF-8.
  let length: Int
  /// When it was published, where the page says so, else when it was captured.
  let dated: Timestamp
  /// What can be searched for; nil on a tombstone, and when the index has it already.
  let text: SearchableText?

  init(_ sealed: SealedSnapshot) {
    let snapshot = sealed.snapshot
    self.init(
      number: snapshot.version, captured: snapshot.captured, cause: snapshot.cause, digest: sealed.digest,
      review: snapshot.review)
  }

  /// A version that has no snapshot; its digest is one of its number and page only.
  init(invented version: IndexFilling.Version, number: Int, of page: PageKey) {
    self.init(
      number: number, captured: version.captured, cause: .page, digest: Digest.sha256(of: "\(number) \(page)"),
      review: version.review)
  }

  private init(number: Int, captured: Timestamp, cause: SnapshotCause, digest: Digest, review: Review?) {
    self.number = number
    self.captured = captured
    self.cause = cause
    self.digest = digest
    kind = review?.kind
    title = review?.title
    let names = review?.authors.map(\.name) ?? []
    authors = names.isEmpty ? nil : names.joined(separator: ", ")
    published = review?.published
    rating = review?.rating?.text
    let terms = review?.tags.map { $0.name.replacing("\n", with: " ") } ?? []
    tags = terms.isEmpty ? nil : terms.joined(separator: "\n")
    length = review?.bodyText.utf8.count ?? 0
    dated = published.flatMap(DateWord.start) ?? captured
    text = review.map(SearchableText.init)
  }
}
