internal import StetDigest
internal import StetExtract
internal import StetFetch
internal import StetModel

/// Fetches a page and, if a review begins on it that has several, the others: one after the other, with the same manners.
///
/// A page that cannot be had now makes the whole fail; one that cannot be had at all is noted as missing. Nothing is left
/// out in silence.
struct ReviewFetch: Sendable {
  /// Asks for an address, with the manners that its host is owed.
  typealias Ask = @Sendable (FetchRequest) async -> RunAnswer

  /// So many pages a review has at most.
  static let maximumParts = 30
  /// The longest that its later pages may be together, in bytes.
  static let maximumBytes = 32 << 20

  let extractor: Extractor
  /// Whether the review had later pages when it was last seen.
  let hadParts: @Sendable () -> Bool
  let ask: Ask
  /// Whether the candidates for each field are wanted.
  var isExplaining = false

  /// What came of later pages that were asked for already.
  private typealias Answers = [PageKey: RunAnswer]

  func fetch(_ inquiry: PageInquiry) async -> ReviewAnswer {
    var answers: Answers = [:]
    var answer = await ask(inquiry.request)
    if case .page(let page) = answer, page.status == 304, !inquiry.parts.isEmpty {
      if let settled = await confirmed(page, inquiry, &answers) { return settled }
      // All are to be of one moment.
      var request = inquiry.request
      request.validators = nil
      answer = await ask(request)
    }
    guard case .page(let page) = answer else { return .unanswered(answer) }
    guard (200..<300).contains(page.status), page.status != 206 else { return .review(FetchedReview(page)) }
    return await rest(of: page, &answers)
  }

  // MARK: Not modified

  /// Asks the later pages of one that is not modified whether they are.
  /// - Parameter answers: gets what came of those that need not be asked again.
  /// - Returns: nil when one of them has changed.
  private func confirmed(_ first: Page, _ inquiry: PageInquiry, _ answers: inout Answers) async -> ReviewAnswer? {
    var review = FetchedReview(first)
    for (index, part) in inquiry.parts.enumerated() {
      guard let address = PageAddress(part.finalURL) else { return nil }
      let validators = Validators(of: address, etag: part.etag, lastModified: part.lastModified)
      let answer = await ask(FetchRequest(address, validators: validators))
      switch answer {
      case .page(let page) where page.status == 304 || isSame(page, part):
        review.parts.append(FetchedReview.Part(page: page, charset: nil))
      case .page(let page) where ResponseError.isPassing(page.status):
        return .broken(PartError(first.requested, index + 2, ResponseError(page)))
      case .left: return .unanswered(answer)
      case .failed(let error) where Self.mayPass(error):
        return .broken(PartError(first.requested, index + 2, error))
      case .page, .refused, .failed:
        answers[PageKey(address)] = answer
        return nil
      }
    }
    return .review(review)
  }

  private func isSame(_ page: Page, _ part: ResponsePart) -> Bool {
    page.status == 200 && part.payload != nil && Digest.sha256(of: page.body) == part.payload
  }

  // MARK: Whole

  private func rest(of first: Page, _ answers: inout Answers) async -> ReviewAnswer {
    var review: FetchedReview
    var sequence: PartSequence
    do throws(ExtractError) {
      let extraction = try extractor.extract(first.withoutUser, explaining: isExplaining)
      sequence = PartSequence(extraction, of: first.withoutUser)
      review = FetchedReview(first)
    } catch {
      return .review(FetchedReview(first, .failure(error)))
    }
    var bytes = 0
    pages: while let step = sequence.next {
      let number = sequence.count + 1
      switch await part(step, of: first, &sequence, &answers, &bytes) {
      case .part(let part):
        review.parts.append(part)
        review.isWhole = step.isWhole
      case .ended: break
      case .left(let answer): return .unanswered(answer)
      case .missing(let reason):
        // Where it would have had the whole text its pages are asked for one by one.
        guard !step.isWhole else {
          sequence.giveUpWhole()
          continue
        }
        review.missing = MissingPart(address: step.address, number: number, reason: reason, series: step.series)
        break pages
      case .doubtful(let reason):
        review.missing = MissingPart(
          address: step.address, number: number, reason: reason, isDoubtful: true, series: step.series)
        break pages
      case .passing(let error):
        guard !step.isWhole else {
          sequence.giveUpWhole()
          continue
        }
        return .broken(PartError(first.requested, number, error))
      }
    }
    if review.missing == nil, let skipped = sequence.skipped {
      review.missing = MissingPart(
        address: skipped, number: sequence.count + 1, reason: "what is linked to as the next page has another number",
        series: nil)
    }
    // A review that has had several pages, and whose first one is taken for something else by now.
    if let second = sequence.unsuited, hadParts() {
      let kind = sequence.record.review.kind
      review.missing = MissingPart(
        address: second.address, number: 2,
        reason: "the first page is of kind '\(kind.rawValue)' by now, which has no later ones", series: second.series)
    }
    var record = sequence.record
    record.continuation?.missing = review.missing?.sentence
    review.reading = .success(record)
    return .review(review)
  }

  /// What a later page is to the review.
  private enum PartResult {
    case part(FetchedReview.Part)
    /// The review ends before it, or the pages are to be had in another way.
    case ended
    /// It cannot be had, and why.
    case missing(String)
    /// It may be another article, and why.
    case doubtful(String)
    /// It cannot be had now.
    case passing(any Error)
    /// Nor anything else.
    case left(RunAnswer)
  }

  private func part(
    _ step: PartSequence.Step, of first: Page, _ sequence: inout PartSequence, _ answers: inout Answers,
    _ bytes: inout Int
  ) async -> PartResult {
    guard sequence.count < Self.maximumParts else {
      return .missing("a review has \(Self.maximumParts) pages at most")
    }
    let answer: RunAnswer
    if let known = answers.removeValue(forKey: PageKey(step.address)) {
      answer = known
    } else {
      answer = await ask(FetchRequest(step.address))
    }
    let page: Page
    switch answer {
    case .page(let found): page = found
    case .refused: return .missing("robots.txt does not allow it")
    case .left: return .left(answer)
    case .failed(let error): return Self.mayPass(error) ? .passing(error) : .missing(Self.reason(error))
    }
    let response = ResponseError(page)
    guard (200..<300).contains(page.status), page.status != 206 else {
      return ResponseError.isPassing(page.status) || page.status == 304
        ? .passing(response) : .missing(response.answer)
    }
    bytes += page.body.count
    guard bytes <= Self.maximumBytes else {
      return .missing("with it the pages are longer than \(Self.maximumBytes >> 20) MiB")
    }
    let extraction: Extraction
    do throws(ExtractError) {
      extraction = try extractor.extract(page.withoutUser, explaining: isExplaining, in: step.series)
    } catch {
      return .missing("it cannot be read: \(error.message)")
    }
    let count = sequence.count
    let verdict = sequence.take(extraction, of: page.withoutUser, as: step)
    if step.isWhole, verdict != .part { return .ended }
    switch verdict {
    case .part: return .part(FetchedReview.Part(page: page, charset: extraction.charset))
    case .obstacle(let reason): return .missing(reason)
    // A review that has had several pages has lost one.
    case .repetition: return hadParts() ? .missing("it repeats an earlier page") : .ended
    case .other(let reason): return count > 1 || hadParts() ? .missing(reason) : .ended
    case .doubtful(let reason): return count > 1 || hadParts() ? .missing(reason) : .doubtful(reason)
    }
  }

  private static func reason(_ error: FetchError) -> String {
    if error.code == .disallowed { return "robots.txt does not allow it" }
    return error.message.hasSuffix(".") ? String(error.message.dropLast()) : error.message
  }

  /// Whether another attempt may have another outcome.
  private static func mayPass(_ error: FetchError) -> Bool {
    switch error.code {
    case .badAddress, .schemeForbidden, .addressForbidden, .tooLarge, .corrupt, .redirectLoop, .disallowed: false
    default: true
    }
  }
}
