internal import StetArchive
internal import StetModel

extension Shelf {
  /// The WARC file that holds a version's response, below the archive's root; nil when there is none, and when it
  /// cannot be read: the page is shown all the same.
  func warcPath(of sealed: SealedSnapshot) -> String? {
    let snapshot = sealed.snapshot
    guard sealed.redaction == nil, let response = snapshot.response, let record = response.record else { return nil }
    return (try? archive.record(record, address: response.finalURL, at: snapshot.captured))?.path
  }
}
