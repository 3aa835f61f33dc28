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
    let neighbour = try neighbour(of: key, at: page.received)
    extraction.leaveOut(
      try sites.recurring(in: extraction.review, of: key), settled: neighbour?.extractor.recurring ?? [])
    var review = extraction.review
    review.url = key.description
    var capture = capture(fetched, key, review, extraction)
    guard !acceptsAnyPage else {
      if let missing = fetched.missing {
        logger.warning("'\(key)' is stored, though it is not whole: \(missing.sentence).")
      }
      return PageJudgement(try kept(capture), page)
    }
    let known = try writer.page(answeringAt: page.requested)
    if let known, known != key, page.final.isRoot, !page.requested.isRoot {
      capture.page = known
      let reason = "its address leads to the site's front page by now"
      return PageJudgement(capture, page, QuarantineError(.moved, reason, page: known))
    }
    // A known page that leads to a wall by now: its own log tells of it, not the wall's.
    if !review.kind.isArchivable { capture.page = known ?? key }
    let last =
      if let neighbour, neighbour.captured <= page.received, neighbour.review != nil { neighbour } else {
        try lastVersion(of: key, at: page.received)
      }
    if let error = QuarantineError(extraction, page: capture.page, after: last?.review) {
      return PageJudgement(capture, page, error)
    }
    // What an import cannot fetch, and what may be another article, is noted on the version. So is what the version
    // before lacks, too, however that came about: the text is no shorter than it was.
    if let missing = fetched.missing, !missing.isDoubtful, cause != .import, !missing.isMissing(in: last?.response) {
      return PageJudgement(capture, page, QuarantineError(.incomplete, missing.sentence, page: capture.page))
    }
    return PageJudgement(try kept(capture), page)
  }

  /// A capture that is to be stored: its site knows of it from now on.
  private func kept(_ capture: Capture) throws(ArchiveError) -> Capture {
    try sites.note(capture.page, capture.review, capture.extractor)
    return try ruleChange.settled(capture)
  }

  /// The version that a capture is held against.
  private func neighbour(of key: PageKey, at moment: Timestamp) throws(ArchiveError) -> Snapshot? {
    guard let page = try writer.archive.page(key) else { return nil }
    return try writer.archive.neighbour(of: page, at: moment)?.snapshot
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

  /// The last version until then that has a record.
  private func lastVersion(of key: PageKey, at moment: Timestamp) throws(ArchiveError) -> Snapshot? {
    guard let page = try writer.archive.page(key) else { return nil }
    for version in try writer.archive.versionsInTime(of: page).reversed() {
      let snapshot = try writer.archive.snapshot(version, of: page).snapshot
      if snapshot.captured <= moment, snapshot.review != nil { return snapshot }
    }
    return nil
  }
}
