internal import StetArchive
internal import StetExtract
public import StetModel

/// Two versions made comparable: where different rules have read them, both are taken as today's rules read their pages, so
/// that what differs is the publisher's doing.
public struct FairComparison: Sendable {
  /// What the two sides are.
  public enum Basis: Sendable, Hashable {
    /// Both as stored.
    case stored
    /// Both as today's rules read the stored pages.
    case reread
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
      self.init(stored: old, new)
      return
    }
    guard let rereading else {
      self.init(old, new, .storedForLack("there is no archive to take the pages from"))
      return
    }
    switch (Self.side(old, rereading), Self.side(new, rereading)) {
    case (.success(let old), .success(let new)): self.init(old, new, .reread)
    case (.failure(let lack), _), (_, .failure(let lack)): self.init(old, new, .storedForLack(lack.reason))
    }
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
  private static func side(_ snapshot: Snapshot, _ rereading: Rereading) -> Result<Snapshot, Lack> {
    if rereading.isCurrent(snapshot) { return .success(snapshot) }
    do throws(ArchiveError) {
      switch try rereading.read(snapshot) {
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
