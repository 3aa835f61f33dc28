internal import StetArchive
internal import StetModel
internal import StetRender

/// A version that is to be exported, with the page that it is of.
struct SelectedVersion {
  let page: ArchivedPage
  let sealed: SealedSnapshot
  /// Since when the page is gone; nil while it is there.
  let goneSince: Timestamp?

  var stored: StoredVersion {
    StoredVersion(
      sealed.snapshot, digest: sealed.digest, goneSince: goneSince, redaction: sealed.redaction?.description)
  }
}
