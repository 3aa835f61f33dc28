public import Logging
public import StetArchive
internal import StetExtract
internal import StetModel

/// Tells a changed extractor from a changed page.
///
/// A capture that differs from the version before it may do so because the rules have changed since, or because more is known
/// of its site. Then that version's page is read again as the capture was, and only what differs from that is the
/// publisher's doing.
public struct RuleChange: Sendable {
  private let rereading: Rereading
  private let logger: Logger

  /// A look at what is kept.
  public init(_ rereading: Rereading, logger: Logger) {
    self.rereading = rereading
    self.logger = logger
  }

  /// The capture, with the version that it confirms noted on it, if nothing but the rules makes the difference.
  ///
  /// A response that is not kept, or that cannot be read, says nothing: the capture is held against what is stored.
  /// - Parameter neighbour: the version that it is held against (`Archive.neighbour(of:at:)`).
  public func settled(_ capture: Capture, beside neighbour: SealedSnapshot?) throws(ArchiveError) -> Capture {
    var capture = capture
    guard let neighbour, let review = neighbour.snapshot.review,
      neighbour.snapshot.extractor.rules != capture.extractor.rules || !capture.extractor.recurring.isEmpty
    else { return capture }
    let content = capture.review.versionedContent
    guard review.versionedContent != content else { return capture }
    if neighbour.snapshot.extractor.rules == capture.extractor.rules {
      // The same rules: what they would read without these blocks, too, is what they have read without them.
      var known = review
      known.leaveOut(Set(capture.extractor.recurring.map(\.print)))
      if known.versionedContent == content { capture.confirms = neighbour.digest }
      return capture
    }
    do throws(ArchiveError) {
      guard case .read(let extraction, _) = try rereading.read(neighbour.snapshot, without: capture.extractor.recurring)
      else { return capture }
      if extraction.review.versionedContent == content { capture.confirms = neighbour.digest }
    } catch  where !error.isAboutTheArchive {
      logger.warning("\(error)")
    }
    return capture
  }
}
