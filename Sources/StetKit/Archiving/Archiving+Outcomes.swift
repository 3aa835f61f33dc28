internal import Logging
internal import StetArchive
internal import StetDigest
internal import StetExtract
internal import StetFetch
internal import StetModel

extension Archiving {
  func notModified(_ review: FetchedReview) throws(ArchiveError) -> PageOutcome {
    let page = review.page
    let visit: Visit
    do throws(ArchiveError) {
      visit = try writer.recordNotModified(
        page.requested, at: page.received, etag: page.header("ETag"), lastModified: page.header("Last-Modified"),
        exchanges: page.exchanges, parts: review.parts.map { UnchangedPart($0.page) })
    } catch  where error.code == .unknownPage {
      return PageOutcome(.failed, page.requested, error: ResponseError(page, extractor.obstacle(of: page)))
    }
    return PageOutcome(.unchanged, page.requested, page: visit.page, version: visit.version, digest: visit.digest)
  }

  func absent(_ page: Page) throws(ArchiveError) -> PageOutcome {
    var visit: Visit?
    for address in [page.requested, page.final] where visit == nil {
      visit = try writer.recordAbsence(
        address, status: page.status, at: page.received, exchanges: page.exchanges)
    }
    guard let visit, visit.outcome == .gone else {
      return PageOutcome(
        .failed, page.requested, page: visit?.page, error: ResponseError(page, extractor.obstacle(of: page)))
    }
    return PageOutcome(
      .gone, page.requested, page: visit.page, version: visit.version, digest: visit.digest,
      error: ResponseError(page, extractor.obstacle(of: page)))
  }

  /// Stores a page, or sets it aside.
  func store(_ review: FetchedReview) throws(ArchiveError) -> PageOutcome {
    let judgement = try judge(review)
    let outcome = try judgement.outcome(writer.record([judgement.observation])[0].get())
    if let missing = review.missing, missing.isDoubtful, !acceptsAnyPage, [.new, .changed].contains(outcome.kind) {
      logger.warning("'\(outcome.page)' is stored, but perhaps it is not whole: \(missing.sentence).")
    }
    return outcome
  }

  /// Whether a page is to be stored or set aside. Nothing is written.
  func judge(_ fetched: FetchedReview) throws(ArchiveError) -> PageJudgement {
    let page = fetched.page
    var extraction: Extraction
    do throws(ExtractError) {
      extraction =
        if let reading = fetched.reading { try reading.get() } else { try extractor.extract(page.withoutUser) }
    } catch {
      let key = try writer.key(for: page.final, canonical: nil)
      var bare = capture(fetched, key, Review(url: key.description))
      // There is a page, if one without words: whoever wants any page gets it.
      if acceptsAnyPage, error.code == .unreadable { return PageJudgement(bare, page) }
      bare.page = try writer.page(answeringAt: page.requested) ?? key
      return PageJudgement(bare, page, QuarantineError(error, page: bare.page))
    }
    let key = try writer.key(
      for: page.final, canonical: extraction.canonical.map(AddressParser.settled))
    let (neighbour, last) = try neighbours(of: key, at: page.received)
    let text = MeasuredBody(extraction.review.body)
    let settled = (last ?? neighbour?.snapshot)?.extractor.recurring ?? []
    extraction.leaveOut(try sites.recurring(in: text, of: key), settled: settled, of: text)
    var review = extraction.review
    review.url = key.description
    var capture = capture(fetched, key, review, extraction)
    guard !acceptsAnyPage else {
      if let missing = fetched.missing {
        logger.warning("'\(key)' is stored, though it is not whole: \(missing.sentence).")
      }
      return PageJudgement(try kept(capture, text, beside: neighbour), page)
    }
    let known = try writer.page(answeringAt: page.requested)
    if let known, known != key, page.final.isRoot, !page.requested.isRoot {
      capture.page = known
      let reason = "its address leads to the site's front page by now"
      return PageJudgement(capture, page, QuarantineError(.moved, reason, page: known))
    }
    // A known page that leads to a wall by now: its own log tells of it, not the wall's.
    if !review.kind.isArchivable { capture.page = known ?? key }
    if let error = QuarantineError(extraction, page: capture.page, after: last?.review) {
      return PageJudgement(capture, page, error)
    }
    // What an import cannot fetch, and what may be another article, is noted on the version. So is what the version
    // before lacks, too, however that came about: the text is no shorter than it was.
    if let missing = fetched.missing, !missing.isDoubtful, cause != .import, !missing.isMissing(in: last?.response) {
      return PageJudgement(capture, page, QuarantineError(.incomplete, missing.sentence, page: capture.page))
    }
    return PageJudgement(try kept(capture, text, beside: neighbour), page)
  }

  /// A capture that is to be stored: its site knows of it from now on.
  private func kept(
    _ capture: Capture, _ text: MeasuredBody, beside neighbour: SealedSnapshot?
  ) throws(ArchiveError) -> Capture {
    try sites.note(capture.page, text, capture.extractor)
    return try ruleChange.settled(capture, beside: neighbour)
  }

  /// The version that a capture is held against, and the last one until then that has a record: behind a tombstone there is
  /// one, and an import may come before all.
  private func neighbours(
    of key: PageKey, at moment: Timestamp
  ) throws(ArchiveError) -> (SealedSnapshot?, last: Snapshot?) {
    let archive = writer.archive
    guard let page = try archive.page(key) else { return (nil, nil) }
    let neighbour = try archive.neighbour(of: page, at: moment)
    if let snapshot = neighbour?.snapshot, snapshot.captured <= moment, snapshot.review != nil {
      return (neighbour, snapshot)
    }
    return (neighbour, try archive.lastRecord(of: page, until: moment))
  }

  private func capture(
    _ fetched: FetchedReview, _ key: PageKey, _ review: Review, _ extraction: Extraction? = nil
  ) -> Capture {
    let page = fetched.page
    let response = ResponseFacts(
      status: page.status, finalURL: page.final.textWithoutUser, contentType: page.header("Content-Type"),
      charset: extraction?.charset, etag: page.header("ETag"), lastModified: page.header("Last-Modified"),
      payload: Digest.sha256(of: page.body), parts: fetched.parts.map { Self.facts($0, isWhole: fetched.isWhole) },
      missing: fetched.missing?.address.textWithoutUser)
    var capture = Capture(
      page: key, aliases: [page.requested] + page.redirects + [page.final], captured: page.received, cause: cause,
      response: response, exchanges: page.exchanges, extractor: extraction?.extractor ?? Extractor.facts,
      review: review, provenance: extraction?.provenance ?? [])
    capture.partExchanges = fetched.parts.map(\.page.exchanges)
    return capture
  }

  private static func facts(_ part: FetchedReview.Part, isWhole: Bool) -> ResponsePart {
    let page = part.page
    return ResponsePart(
      captured: page.received, status: page.status, finalURL: page.final.textWithoutUser,
      contentType: page.header("Content-Type"), charset: part.charset, etag: page.header("ETag"),
      lastModified: page.header("Last-Modified"), payload: Digest.sha256(of: page.body), isWhole: isWhole)
  }
}
