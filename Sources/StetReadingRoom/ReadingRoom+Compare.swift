internal import StetArchive
internal import StetDiff
internal import StetKit
internal import StetModel

/// Two versions of a page beside each other.
extension ReadingRoom {
  func compare(_ old: Int, with new: Int, of name: PageName, isInterwoven: Bool, _ links: RoomLinks) throws
    -> RoomAnswer
  {
    let history = try history(name)
    guard history.place(of: old) != nil, history.place(of: new) != nil else { throw RoomError.notFound }
    let (before, after) = (
      try shelf.archive.snapshot(old, of: history.page), try shelf.archive.snapshot(new, of: history.page)
    )
    return RoomAnswer(
      html: ComparePage(
        history: history, old: before, new: after, comparison: comparison(before, after), isInterwoven: isInterwoven
      ).html(links))
  }

  /// Leads from the form that chooses two versions to their comparison; shows it where nothing is chosen.
  func choice(_ name: PageName, _ request: RoomRequest, _ links: RoomLinks) throws -> RoomAnswer {
    let history = try history(name)
    if request.value("old") == nil && request.value("new") == nil {
      return RoomAnswer(html: ChoicePage(history: history).html(links))
    }
    guard let old = request.value("old").flatMap(Int.init), let new = request.value("new").flatMap(Int.init), old > 0,
      new > 0
    else {
      throw RoomError(code: .badRequest, message: "Choose two versions by their numbers.")
    }
    let address: RoomAddress =
      request.value("layout") == "inline"
      ? .interwoven(name, old: old, new: new) : .compare(name, old: old, new: new)
    return .redirect(to: links(address))
  }

  /// A version that was written because other rules read the same capture is compared as stored: it is about the rules.
  func comparison(
    _ old: SealedSnapshot, _ new: SealedSnapshot
  ) -> (diff: SnapshotDiff, basis: FairComparison.Basis)? {
    guard old.redaction == nil, new.redaction == nil else { return nil }
    let sides =
      new.snapshot.cause == .extractor
      ? FairComparison(stored: old.snapshot, new.snapshot)
      : FairComparison(old.snapshot, new.snapshot, rereading: Rereading(shelf.archive))
    let diff = SnapshotDiff.between(sides.old, sides.new, oldDigest: old.digest, newDigest: new.digest)
    return (diff, sides.basis)
  }
}
