internal import StetArchive
internal import StetExtract
public import StetModel

/// Two versions made comparable: where different rules have read them, both are taken as today's rules read their pages, and
/// what one was read without because it recurs on its site is left out of both. So what differs is the publisher's doing.
public struct FairComparison: Sendable {
  /// What the two sides are.
  public enum Basis: Sendable, Hashable {
    /// Both as stored.
    case stored
    /// Both as today's rules read the stored pages.
    case reread
    /// Both as stored, without what recurs on their site by what was known when either was read.
    case withoutRecurring
    /// Both as stored, though different rules have read them, for this reason.
    case storedForLack(String)
  }

  /// The old side.
  public let old: Snapshot
  /// The new side.
  public let new: Snapshot
  /// What they are.
  public let basis: Basis

  /// Both sides as stored.
  public init(stored old: Snapshot, _ new: Snapshot) {
    self.init(old, new, .stored)
  }

  /// Both sides as they should be compared.
  /// - Parameter rereading: nil: there are no stored pages, as beside a file alone.
  public init(_ old: Snapshot, _ new: Snapshot, rereading: Rereading?) {
    guard old.review != nil, new.review != nil, old.extractor.rules != new.extractor.rules else {
      self.init(sameRules: old, new)
      return
    }
    guard let rereading else {
      self.init(old, new, .storedForLack("there is no archive to take the pages from"))
      return
    }
    let recurring = old.extractor.recurring + new.extractor.recurring
    switch (Self.side(old, rereading, recurring), Self.side(new, rereading, recurring)) {
    case (.success(let old), .success(let new)): self.init(old, new, .reread)
    case (.failure(let lack), _), (_, .failure(let lack)): self.init(old, new, .storedForLack(lack.reason))
    }
  }

  /// Two sides that the same rules have read.
  private init(sameRules old: Snapshot, _ new: Snapshot) {
    let prints = Set((old.extractor.recurring + new.extractor.recurring).map(\.print))
    var (oldSide, newSide) = (old, new)
    let gone = [oldSide.review?.leaveOut(prints), newSide.review?.leaveOut(prints)]
    self.init(oldSide, newSide, gone.contains { $0?.isEmpty == false } ? .withoutRecurring : .stored)
  }

  private init(_ old: Snapshot, _ new: Snapshot, _ basis: Basis) {
    self.old = old
    self.new = new
    self.basis = basis
  }

  private struct Lack: Error {
    let reason: String
  }

  /// The version as today's rules read its page.
  private static func side(
    _ snapshot: Snapshot, _ rereading: Rereading, _ recurring: [RecurringBlock]
  ) -> Result<Snapshot, Lack> {
    if rereading.isCurrent(snapshot) {
      var side = snapshot
      side.review?.leaveOut(Set(recurring.map(\.print)))
      return .success(side)
    }
    do throws(ArchiveError) {
      switch try rereading.read(snapshot, without: recurring) {
      case .read(let extraction, _):
        var read = snapshot
        read.review = extraction.review
        read.extractor = extraction.extractor
        return .success(read)
      case .missing: return .failure(Lack(reason: "the response of version \(snapshot.version) is not kept"))
      case .unreadable:
        return .failure(Lack(reason: "today's rules find no text in the page of version \(snapshot.version)"))
      }
    } catch {
      return .failure(Lack(reason: "the response of version \(snapshot.version) cannot be read: \(error.message)"))
    }
  }
}
