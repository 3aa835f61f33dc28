internal import StetArchive
internal import StetModel

/// A page's versions and visits, as its history shows them.
struct PageHistory: Sendable {
  let page: ArchivedPage
  let name: PageName
  /// By time of capture.
  let versions: [VersionNote]
  /// By time.
  let visits: [Visit]

  /// The last version in time that can be read: of a page that is gone the last good one; nil when there is none.
  var readable: VersionNote? { versions.last { $0.isReadable } }

  /// The tombstone, when the page is gone.
  var tombstone: VersionNote? { versions.last.flatMap { $0.cause == .gone ? $0 : nil } }

  /// The page's title, or its address.
  var title: String { LinkText.of(readable?.title, else: page.key.description) }

  /// Where a version stands in `versions`; nil when the page has no such version.
  func place(of version: Int) -> Int? { versions.firstIndex { $0.version == version } }
}
