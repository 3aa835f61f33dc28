internal import StetModel

/// What of a version is held against the others and against the visit log, without its text.
struct VersionFacts: Sendable {
  let page: PageKey
  let version: Int
  let captured: Timestamp
  let previous: Digest?
  /// The one by which everything names it.
  let digest: Digest
  let record: String?
  let payload: Digest?
  let parts: [ResponsePart]
  let hasResponse: Bool
  let redaction: Redaction?

  init(_ sealed: SealedSnapshot) {
    page = sealed.snapshot.page
    version = sealed.snapshot.version
    captured = sealed.snapshot.captured
    previous = sealed.snapshot.previous
    digest = sealed.digest
    record = sealed.snapshot.response?.record
    payload = sealed.snapshot.response?.payload
    parts = sealed.snapshot.response?.parts ?? []
    hasResponse = sealed.snapshot.response != nil
    redaction = sealed.redaction
  }
}
