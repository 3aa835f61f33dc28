public import StetArchive
public import StetModel

/// All versions and visits of one page.
public struct VersionHistory: Sendable {
  /// The page.
  public let page: ArchivedPage
  /// By time of capture.
  public let steps: [VersionStep]
  /// In the order in which they were made.
  public let visits: [Visit]

  /// Reads a page's versions and visits.
  /// - Parameter rereading: reads versions again that different rules have read, so that what is shown is the publisher's
  ///   doing.
  public init(_ page: ArchivedPage, in archive: Archive, rereading: Rereading?) throws(ArchiveError) {
    self.page = page
    var before: SealedSnapshot?
    var steps: [VersionStep] = []
    for version in try archive.versionsInTime(of: page) {
      let sealed = try archive.snapshot(version, of: page)
      steps.append(VersionStep(sealed, before: before, rereading: rereading))
      before = sealed
    }
    self.steps = steps
    visits = try archive.visits(of: page)
  }

  /// `{"page", "folder", "aliases", "versions": […], "visits": […]}`, both lists by age, as `stet log --json` has it.
  public var json: JSONValue {
    .object([
      "page": .string(page.key.description), "folder": .string(page.folder), "aliases": .strings(page.aliases),
      "versions": .array(steps.map(\.json)), "visits": .array(visits.map(\.json)),
    ])
  }
}
