import Logging
import StetArchive
import StetDigest
import StetExtract
import StetFetch
import StetKit
import StetModel
import StetTestSupport
import StetWARC
import Testing

/// Reviews of several pages, archived over a server.
@Suite struct ReviewPartsTests {
  let folder: TemporaryDirectory
  let server: ScriptedServer
  let writer: ArchiveWriter

  init() throws {
    folder = try TemporaryDirectory()
    server = try ScriptedServer()
    writer = try ArchiveWriter.open(at: folder.path("Archive"))
  }

  private func archive(_ path: String = "/film", anyPage: Bool = false) async throws -> PageOutcome {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), acceptsAnyPage: anyPage, logger: logger)
    return try await archiving.archive(try #require(PageAddress(server.address(path))))
  }

  /// The paths that were asked for since the last look, those asked conditionally with a question mark.
  private func asked(after count: Int = 0) -> [String] {
    server.requests.dropFirst(count).map { $0.path + ($0.header("If-None-Match") == nil ? "" : " ?") }
  }

  private func latest(_ outcome: PageOutcome) throws -> Snapshot {
    let page = try #require(try writer.archive.page(outcome.page))
    return try writer.archive.snapshot(try writer.archive.resolve("latest", of: page), of: page).snapshot
  }

  private func findings() throws -> [Finding] {
    try writer.archive.verify { _, _ in }.findings.filter { $0.severity == .finding }
  }

  @Test("Three pages make one version, with a response for each, and each is asked for once")
  func three() async throws {
    let review = PagedReview()
    review.serve(server)
    let outcome = try await archive()
    #expect(outcome.kind == .new)
    #expect(asked() == ["/film", "/film/2", "/film/3"])
    let snapshot = try latest(outcome)
    #expect(snapshot.review?.bodyText == review.text)
    #expect(snapshot.response?.parts.map(\.finalURL) == [server.address("/film/2"), server.address("/film/3")])
    #expect(snapshot.response?.parts.allSatisfy { $0.charset == "utf-8" && $0.status == 200 } == true)
    #expect(snapshot.response?.missing == nil)
    #expect(
      try writer.archive.parts(of: snapshot)?.map { String(decoding: $0.body, as: UTF8.self) } == [
        review.html(2), review.html(3),
      ])
    #expect(try writer.archive.pages().count == 1)
    #expect(try findings() == [])
  }

  @Test("Nothing has changed only if no page has; a change on the last page alone is a version, all asked anew")
  func conditional() async throws {
    var review = PagedReview()
    review.serve(server)
    _ = try await archive()
    var count = server.requests.count
    let same = try await archive()
    #expect((same.kind, same.version) == (.unchanged, 1))
    #expect(asked(after: count) == ["/film ?", "/film/2 ?", "/film/3 ?"])
    let page = try #require(try writer.archive.page(same.page))
    let visit = try #require(try writer.archive.visits(of: page).last)
    #expect(visit.parts.map(\.status) == [304, 304])
    #expect(try writer.archive.response(of: visit)?.body == Array(review.html(1).utf8))

    review.pages[2][3] =
      "On this last page everything is different now, and the lamp stays lit until the morning comes."
    review.serve(server)
    count = server.requests.count
    let changed = try await archive()
    #expect((changed.kind, changed.version) == (.changed, 2))
    #expect(asked(after: count) == ["/film ?", "/film/2 ?", "/film/3 ?", "/film", "/film/2"])
    #expect(try latest(changed).review?.bodyText == review.text)
    // What had not changed is there once.
    let parts = try #require(try writer.archive.parts(of: latest(changed)))
    #expect(parts.map { String(decoding: $0.body, as: UTF8.self) } == [review.html(2), review.html(3)])
    #expect(try findings() == [])
  }

  @Test("A page that comes again whole with the same content has not changed, though it was not said so")
  func sameContent() async throws {
    let review = PagedReview(2)
    review.serve(server)
    let html = review.html(2)
    server.on("/film/2", .page(headers: [("Content-Type", "text/html"), ("ETag", "\"2\"")], text: html))
    _ = try await archive()
    let count = server.requests.count
    #expect(try await archive().kind == .unchanged)
    #expect(asked(after: count) == ["/film ?", "/film/2 ?"])
  }

  @Test("Where a page has no validator, all are asked for whole")
  func noValidator() async throws {
    let review = PagedReview(2)
    review.serve(server)
    server.on("/film/2", .page(text: review.html(2)))
    _ = try await archive()
    let count = server.requests.count
    #expect(try await archive().kind == .unchanged)
    #expect(asked(after: count) == ["/film", "/film/2"])
  }

  @Test("A page that fails for now makes the visit fail, whether the review is known or not: nothing is written")
  func failing() async throws {
    var review = PagedReview()
    review.serve(server)
    server.on("/film/2", .page(500, text: "Sorry"))
    let files = folder.files()
    let first = try await archive()
    #expect(first.kind == .failed)
    let error = try #require(first.error as? PartError)
    #expect(error.number == 2)
    #expect("\(error)".contains("500"))
    #expect(folder.files() == files)
    review.serve(server)
    #expect(try await archive().kind == .new)
    review.pages[0][0] =
      "The first page says something else than before, and says it at some length, too, in one sentence."
    review.serve(server)
    server.on("/film/3", .page(503, text: "Sorry"))
    #expect(try await archive().kind == .failed)
    server.on("/film/3") { _ in .page(429, text: "Slowly") }
    let again = try await archive()
    #expect(again.kind == .failed)
    #expect(try latest(again).version == 1)
  }

  @Test(
    "A page that is not there sets what there is aside as incomplete; a person may accept it, and the version says so")
  func missing() async throws {
    let review = PagedReview()
    review.serve(server)
    server.on("/film/3", .page(404, text: "<h1>Not found</h1>"))
    let outcome = try await archive()
    #expect(outcome.kind == .quarantined)
    #expect((outcome.error as? QuarantineError)?.code == .incomplete)
    let error = try #require(outcome.error)
    #expect("\(error)".contains("404"))
    let page = try #require(try writer.archive.page(outcome.page))
    let entry = try #require(try writer.archive.quarantine(of: page).first)
    _ = try writer.accept(entry)
    let snapshot = try latest(outcome)
    #expect(snapshot.response?.missing == server.address("/film/3"))
    #expect(snapshot.response?.parts.count == 1)
    #expect(snapshot.review?.bodyText == review.pages.prefix(2).flatMap(\.self).joined(separator: "\n\n"))
    // What was accepted is not set aside again, as long as the same page is missing.
    #expect(try await archive().kind == .unchanged)
    server.on("/film/2", .page(404, text: ""))
    #expect(try await archive().kind == .quarantined)
    // It is asked for whole from then on, and becomes whole.
    review.serve(server)
    let count = server.requests.count
    #expect(try await archive().kind == .changed)
    #expect(asked(after: count) == ["/film", "/film/2", "/film/3"])
    #expect(try latest(outcome).response?.missing == nil)
    #expect(try findings() == [])
  }

  @Test("--any-page stores what there is, with its mark")
  func anyPage() async throws {
    PagedReview(2).serve(server)
    server.on("/film/2", .page(404, text: ""))
    let outcome = try await archive(anyPage: true)
    #expect(outcome.kind == .new)
    #expect(try latest(outcome).response?.missing == server.address("/film/2"))
  }

  @Test(
    "What answers in the place of a known page is not the end of the review: a wall, another article",
    arguments: [
      "<html><head><title>Just a moment...</title></head><body><p>Verify you are human by completing the action below.</p>",
      ReviewPage(title: "Ten kettles").html.replacing("the", with: "a kettle and the"),
    ])
  func replaced(html: String) async throws {
    var review = PagedReview(2)
    review.serve(server)
    _ = try await archive()
    review.pages[0][0] =
      "The first page says something else than before, and says it at some length, too, in one sentence."
    review.serve(server)
    server.on("/film/2", .page(text: html))
    let outcome = try await archive()
    #expect((outcome.error as? QuarantineError)?.code == .incomplete)
    #expect(try latest(outcome).version == 1)
  }

  @Test(
    "A page that has gone back to an earlier one does not shorten the review, nor does one that leads elsewhere",
    arguments: ["/film", "/new"])
  func goneBack(to place: String) async throws {
    var review = PagedReview(2)
    review.serve(server)
    _ = try await archive()
    review.pages[0][0] =
      "The first page says something else than before, and says it at some length, too, in one sentence."
    review.serve(server)
    server.on("/film/2", .redirect(place))
    server.on("/new", .page(text: PagedReview(2).html(2)))
    let outcome = try await archive()
    #expect((outcome.error as? QuarantineError)?.code == .incomplete)
    #expect(try latest(outcome).version == 1)
  }

  @Test("A review that has lost its last page is shorter, and that is a version")
  func shorter() async throws {
    PagedReview(3).serve(server)
    _ = try await archive()
    let review = PagedReview(2)
    review.serve(server)
    server.on("/film/3", .page(404, text: ""))
    let outcome = try await archive()
    #expect(outcome.kind == .changed)
    #expect(try latest(outcome).review?.bodyText == review.text)
  }

  @Test("A site that leads back, or answers every number with the same page, ends the review there")
  func cycle() async throws {
    let review = PagedReview(3)
    review.serve(server)
    server.on("/film/2", .redirect("/film"))
    let back = try await archive()
    #expect(back.kind == .new)
    #expect(try latest(back).response?.parts == [])
    #expect(asked() == ["/film", "/film/2", "/film"])
    var other = PagedReview(3)
    other.path = { $0 == 1 ? "/book" : "/book?page=\($0)" }
    other.serve(1, server)
    for number in 2...3 { server.on("/book?page=\(number)", .page(text: other.html(1))) }
    let same = try await archive("/book")
    #expect(same.kind == .new)
    #expect(try latest(same).response?.parts == [])
  }

  @Test("A review has thirty pages at most; the next one is missing, not cut off")
  func tooMany() async throws {
    let review = PagedReview(32)
    review.serve(server)
    let outcome = try await archive()
    #expect((outcome.error as? QuarantineError)?.code == .incomplete)
    #expect(server.requests.count == 30)
  }

  @Test(
    "What only looks like a next page is never asked for, or never taken in: the next post, comments, a sequel",
    arguments: [
      (#"<link rel="next" href="/film-2/">"#, "", false), (#"<link rel="next" href="/other-film/">"#, "", false),
      ("", #"<p><a href="/film/comment-page-2/#comments">Older comments</a> <a href="/film?cpage=2">2</a></p>"#, false),
      ("", #"<p><a href="/film/2">Next: the sequel</a></p>"#, true),
    ])
  func traps(head: String, end: String, isAsked: Bool) async throws {
    var review = PagedReview(1)
    review.head += head
    review.end = end
    review.serve(server)
    let other = ReviewPage(title: "Another film altogether").html
    for path in ["/film-2/", "/other-film/", "/film/2"] { server.on(path, .page(text: other)) }
    let outcome = try await archive()
    #expect(outcome.kind == .new)
    #expect(asked() == (isAsked ? ["/film", "/film/2"] : ["/film"]))
    let snapshot = try latest(outcome)
    #expect(snapshot.response?.parts == [])
    // What was asked for and has another headline may be the rest all the same: that is told.
    #expect(snapshot.response?.missing == (isAsked ? server.address("/film/2") : nil))
    #expect(snapshot.review?.bodyText.contains("On page 1") == true)
  }

  @Test(
    "What nothing proves to be the next page is left out, and the version says so: a headline, an author, a day, a place",
    arguments: [
      ("Lighthouse", "Lighthouse: Part Two", ""), ("Ida Marsh", "Tom Weir", "<link rel=\"canonical\" href=\"/film\">"),
      ("2024-03-01", "2025-01-01", ""), ("", "", "elsewhere"), ("", "", "other host"),
    ])
  func doubtful(old: String, new: String, head: String) async throws {
    let review = PagedReview(2)
    review.serve(server)
    switch head {
    case "elsewhere":
      server.on("/film/2", .redirect("/other"))
      server.on("/other", .page(text: review.html(2)))
    case "other host":
      let other = server.address("/film/2").replacing("127.0.0.1", with: "localhost")
      server.on("/film/2") { request in
        request.header("Host")?.hasPrefix("localhost") == true ? .page(text: review.html(2)) : .redirect(other)
      }
    default:
      let html = review.html(2).replacing(old, with: new).replacing("</head>", with: head + "</head>")
      server.on("/film/2", .page(text: html))
    }
    let outcome = try await archive()
    #expect(outcome.kind == .new)
    let snapshot = try latest(outcome)
    #expect(snapshot.response?.missing == server.address("/film/2"))
    #expect(snapshot.response?.parts == [])
    #expect(snapshot.review?.bodyText == review.pages[0].joined(separator: "\n\n"))
    #expect(try await archive().kind == .unchanged)
    // As soon as it is proven it is taken in.
    review.serve(server)
    #expect(try await archive().kind == .changed)
    #expect(try latest(outcome).response?.missing == nil)
    #expect(try findings() == [])
  }

  @Test("A known review whose site numbers its pages in another way by now is not shortened by one that is doubtful")
  func renumbered() async throws {
    PagedReview(2).serve(server)
    _ = try await archive()
    var review = PagedReview(2)
    review.path = { $0 == 1 ? "/film" : "/film/page/\($0)" }
    review.serve(server)
    let sequel = review.html(2).replacing("Lighthouse", with: "Lighthouse: Part Two")
    for html in [sequel, review.html(1)] {
      server.on("/film/page/2", .page(text: html))
      let outcome = try await archive()
      #expect((outcome.error as? QuarantineError)?.code == .incomplete)
      #expect(try latest(outcome).version == 1)
    }
  }

  @Test("A page in the middle that repeats an earlier one does not end the review, nor does a number that is left out")
  func middle() async throws {
    let review = PagedReview(6)
    review.serve(server)
    server.on("/film/4", .page(text: review.html(2).replacing("/film/3", with: "/film/5")))
    let repeated = try await archive()
    #expect((repeated.error as? QuarantineError)?.code == .incomplete)
    var other = PagedReview(6)
    other.path = { $0 == 1 ? "/book" : "/book/\($0)" }
    other.serve(server)
    server.on("/book/3", .page(text: other.html(3).replacing("/book/4", with: "/book/7")))
    let gap = try await archive("/book")
    #expect((gap.error as? QuarantineError)?.code == .incomplete)
    let error = try #require(gap.error)
    #expect("\(error)".contains("/book/5") || "\(error)".contains("/book/7"))
  }

  @Test(
    "Comments, AMP pages, other articles and lists have pages of their own: none of them is asked for",
    arguments: [
      "/film/comment-page-2/", "/film/comment-page-2/#comments", "/film?cpage=2", "/film?comment-page=2",
      "/film?comments_page=2", "/film?amp=2", "/film/amp/2", "/film/feed/2", "/films/page/2", "/page/2", "/tag/drama/2",
      "/film/reviews/2", "/film/2/print", "//other.example/film/2", "/film?replytocom=2",
    ])
  func foreign(next: String) async throws {
    var review = PagedReview(1)
    review.head +=
      "<link rel=\"next\" href=\"\(next)\"><link rel=\"amphtml\" href=\"/film/amp\"><link rel=\"alternate\" href=\"/film/2?x\">"
    review.end =
      "<p class=\"pager\"><b>1</b> <a href=\"\(next)\">2</a> <a rel=\"next\" href=\"\(next)\">Next page</a></p>"
    review.serve(server)
    let outcome = try await archive()
    #expect(outcome.kind == .new)
    #expect(asked() == ["/film"])
    #expect(try latest(outcome).response?.missing == nil)
  }

  @Test("Comments on pages of the same text, and a list behind a first page, add nothing and leave nothing out")
  func commented() async throws {
    func html(_ page: Int, next: String) -> String {
      let comment =
        "<div class=\"comments\"><h2>Comments</h2><p>Reader \(page): I did not like it as much as you.</p></div>"
      return ReviewPage(head: "<link rel=\"next\" href=\"\(next)\">").html
        .replacing("</main>", with: "\(comment)<p class=\"pager\"><a href=\"\(next)\">Next page</a></p></main>")
    }
    for number in 1...3 {
      server.on(
        number == 1 ? "/film" : "/film?page=\(number)", .page(text: html(number, next: "/film?page=\(number + 1)")))
    }
    let commented = try await archive()
    #expect(commented.kind == .new)
    #expect(asked() == ["/film", "/film"], "the second with ?page=2")
    #expect(try latest(commented).response?.missing == nil)
    server.on("/book", .page(text: html(1, next: "/book/page/2")))
    let teasers = (1...20).map { number in
      "<article><h2><a href=\"/a/\(number)\">Review number \(number)</a></h2><p>A short teaser of it. <a href=\"/a/\(number)\">Read more</a></p></article>"
    }
    server.on(
      "/book/page/2",
      .page(
        text: "<html><head><title>Reviews, page 2 | Reel Harbour</title></head><body><main><h1>Reviews</h1>"
          + teasers.joined()
          + "<p class=\"pager\"><a href=\"/book\">1</a> <b>2</b> <a href=\"/book/page/3\">3</a></p></main></body></html>"
      ))
    let list = try await archive("/book")
    #expect(list.kind == .new)
    #expect(try latest(list).response?.parts == [])
    #expect(try latest(list).review?.bodyText == ReviewPage.paragraphs.joined(separator: "\n\n"))
  }

  @Test(
    "A second page that shows a wall, nothing, or no page at all when it is first seen sets the review aside",
    arguments: [
      (
        "text/html",
        "<html><head><title>Just a moment...</title></head><body><p>Verify you are human by completing this.</p>"
      ),
      ("text/html", ""), ("application/pdf", "%PDF-1.4 and so on"),
    ])
  func walled(type: String, text: String) async throws {
    PagedReview(3).serve(server)
    server.on("/film/2", .page(headers: [("Content-Type", type)], text: text))
    let outcome = try await archive()
    #expect((outcome.error as? QuarantineError)?.code == .incomplete)
    #expect(asked() == ["/film", "/film/2"])
  }

  @Test("A page of the whole text that cannot be had is asked for once, and the pages one by one then")
  func noWhole() async throws {
    let review = PagedReview(2)
    review.serve(server)
    let link = "<p><a href=\"/film/all\">View all on one page</a></p><p class=\"pager\">"
    server.on("/film", .page(text: review.html(1).replacing("<p class=\"pager\">", with: link)))
    let wall = "<html><head><title>Just a moment...</title></head><body><p>Verify you are human by completing this.</p>"
    for answer in [ScriptedResponse.page(text: wall), .page(404, text: ""), .redirect("/film"), .redirect("/")] {
      server.on("/film/all", answer)
      server.on("/", .page(text: ReviewPage(title: "Front page").html))
      let count = server.requests.count
      let outcome = try await archive()
      #expect([.new, .unchanged].contains(outcome.kind))
      #expect(asked(after: count).filter { $0 == "/film/all" }.count == 1)
      #expect(try latest(outcome).review?.bodyText == review.text)
    }
  }

  @Test("The whole text on one page is preferred, and the review stays under its own address")
  func whole() async throws {
    var review = PagedReview(3)
    review.pages[0].append("And here it is dark.")
    let link = "<p><a href=\"/film/all\">View all on one page</a></p><p class=\"pager\">"
    server.on("/film", .page(text: review.html(1).replacing("<p class=\"pager\">", with: link)))
    var all = PagedReview(1)
    all.pages = [review.pages.flatMap(\.self)]
    server.on("/film/all", .page(text: all.html(1)))
    let outcome = try await archive()
    #expect(outcome.kind == .new)
    #expect(asked() == ["/film", "/film/all"])
    let snapshot = try latest(outcome)
    #expect(snapshot.page.description == server.address("/film"))
    #expect(snapshot.review?.bodyText == review.text)
    #expect(snapshot.response?.parts.map(\.isWhole) == [true])
    // Without it the pages are asked for one by one, and say the same.
    server.on("/film/all", .page(500, text: ""))
    for number in 2...3 { review.serve(number, server) }
    #expect(try await archive().kind == .unchanged)
  }

  @Test("Today's rules read all stored pages again, and find the same record")
  func reread() async throws {
    var review = PagedReview()
    review.end = "<p class=\"rating\">Rating: 7/10</p>"
    review.serve(server)
    let snapshot = try latest(try await archive())
    let rereading = Rereading(writer.archive, extractor: Extractor())
    guard case .read(let extraction, 2) = try rereading.read(snapshot) else {
      Issue.record("nothing was read")
      return
    }
    #expect(extraction.review == snapshot.review)
    #expect(Set(extraction.provenance) == Set(snapshot.provenance))
  }

  @Test("Another review that older rules took for a page of this one is taken out again, and the version says where")
  func rereadStricter() throws {
    let review = PagedReview(3)
    let film = "http://reels.example/film"
    let sequel = review.html(3).replacing("Lighthouse", with: "Lighthouse: Part Two")
    let key = try store(
      review, [(film, review.html(1)), ("\(film)/2", review.html(2)), ("\(film)/3", sequel)])
    _ = try Reextraction(writer.archive, responses: writer.archive).run(writer: writer)
    let snapshot = try snapshot(2, of: key)
    #expect(snapshot.review?.bodyText == review.pages.prefix(2).flatMap(\.self).joined(separator: "\n\n"))
    #expect(snapshot.response?.parts.map(\.finalURL) == ["\(film)/2"])
    #expect(snapshot.response?.missing == "\(film)/3")
    #expect(try findings() == [])
  }

  private func snapshot(_ version: Int, of key: PageKey) throws -> Snapshot {
    try writer.archive.snapshot(version, of: try #require(try writer.archive.page(key))).snapshot
  }

  /// Stores a review of several pages as older rules have read it.
  /// - Parameter pages: where each answered, and what.
  private func store(
    _ review: PagedReview, _ pages: [(address: String, html: String)], isWhole: Bool = false, aliases: [String] = []
  ) throws -> PageKey {
    let moment = try #require(Timestamp("2026-11-01T00:00:00Z"))
    let exchanges = try pages.map { page in
      HTTPExchange(
        address: try #require(PageAddress(page.address)), status: 200, reason: "OK",
        fields: [HeaderField(name: "Content-Type", value: "text/html")], body: Array(page.html.utf8), date: moment)
    }
    let film = pages[0].address
    var response = ResponseFacts(status: 200, finalURL: film, payload: Digest.sha256(of: exchanges[0].body))
    response.parts = exchanges.dropFirst().map {
      ResponsePart(
        captured: moment, status: 200, finalURL: "\($0.address)", payload: Digest.sha256(of: $0.body), isWhole: isWhole)
    }
    var record = Review(url: film, kind: .review, confidence: 0.9)
    record.title = review.title
    record.body = review.pages.flatMap(\.self).map { .paragraph(text: $0) }
    var capture = Capture(
      page: PageKey(exchanges[0].address), aliases: aliases.compactMap { PageAddress($0) }, captured: moment,
      response: response, exchanges: [exchanges[0]], extractor: OldReading.rules, review: record)
    capture.partExchanges = exchanges.dropFirst().map { [$0] }
    _ = try writer.record(capture)
    return capture.page
  }

  @Test(
    "A first page that is taken for a shop's by now has no later ones: for archive one is missing, and reextract says the same"
  )
  func otherKind() async throws {
    let review = PagedReview(2)
    func shop(_ html: String) -> String {
      html.replacing("</head>", with: "<meta property=\"og:type\" content=\"product\"></head>")
        .replacing("<p class=\"byline\">By <a rel=\"author\" href=\"/by/ida\">Ida Marsh</a></p>", with: "")
    }
    #expect(try kind(shop(review.html(1))) == .product)
    let key = try store(
      review, [(server.address("/film"), shop(review.html(1))), (server.address("/film/2"), review.html(2))])
    server.on("/film", .page(text: shop(review.html(1))))
    server.on("/film/2", .page(text: review.html(2)))
    let before = try await archive()
    #expect((before.error as? QuarantineError)?.code == .incomplete)
    let error = try #require(before.error)
    #expect("\(error)".contains("'\(server.address("/film/2"))'"))
    #expect(asked() == ["/film"])
    _ = try Reextraction(writer.archive, responses: writer.archive).run(writer: writer)
    let snapshot = try snapshot(2, of: key)
    #expect(snapshot.review?.bodyText == review.pages[0].joined(separator: "\n\n"))
    #expect((snapshot.response?.parts, snapshot.response?.missing) == ([], server.address("/film/2")))
    // Both find the same text: nothing that the publisher has done.
    let after = try await archive()
    #expect((after.kind, after.version) == (.unchanged, 2))
    // What never had other pages lacks none.
    server.on("/lamp", .page(text: shop(review.html(1).replacing("/film", with: "/lamp"))))
    #expect(try await archive("/lamp").kind == .new)
  }

  private func kind(_ html: String) throws -> PageKind {
    let address = try #require(PageAddress(server.address("/film")))
    return try Extractor().extract(
      Page(requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 0))
    ).review.kind
  }

  @Test("What reextract has taken out is not set aside at the next visit, wherever the server answers for it")
  func sameMissing() async throws {
    let review = PagedReview(2)
    review.serve(1, server)
    let sequel = review.html(2).replacing("Lighthouse", with: "Lighthouse: Part Two")
    server.on("/film/2", .redirect("/film/2/"))
    server.on("/film/2/", .page(text: sequel))
    let key = try store(review, [(server.address("/film"), review.html(1)), (server.address("/film/2/"), sequel)])
    #expect((try await archive().error as? QuarantineError)?.code == .incomplete)
    _ = try Reextraction(writer.archive, responses: writer.archive).run(writer: writer)
    #expect(try snapshot(2, of: key).response?.missing == server.address("/film/2"))
    let outcome = try await archive()
    #expect((outcome.kind, outcome.version) == (.unchanged, 2))
  }

  @Test("The page that is missing is the same one under another spelling of its address")
  func spelledMissing() async throws {
    var review = PagedReview(3)
    review.serve(server)
    server.on("/film/3", .page(404, text: "<h1>Not found</h1>"))
    let outcome = try await archive()
    let page = try #require(try writer.archive.page(outcome.page))
    let entry = try #require(try writer.archive.quarantine(of: page).first)
    _ = try writer.accept(entry)
    review.path = { $0 == 1 ? "/film" : "/film/\($0)/" }
    for number in 1...2 { review.serve(number, server) }
    server.on("/film/3/", .page(404, text: "<h1>Not found</h1>"))
    #expect(try await archive().kind == .unchanged)
    // Another page is another.
    server.on("/film/2/", .page(404, text: "<h1>Not found</h1>"))
    #expect(try await archive().kind == .quarantined)
  }

  @Test("A review whose stored page with the whole text is refused by now goes on at page 2, as archive would")
  func rereadWhole() throws {
    let review = PagedReview(2)
    let film = "http://reels.example/film"
    let link = "<p><a href=\"/film/all\">View all on one page</a></p><p class=\"pager\">"
    let first = review.html(1).replacing("<p class=\"pager\">", with: link)
    let other = PagedReview(1).html(1).replacing("On page 1", with: "On another page")
    let key = try store(review, [(film, first), ("\(film)/all", other)], isWhole: true)
    _ = try Reextraction(writer.archive, responses: writer.archive).run(writer: writer)
    let snapshot = try snapshot(2, of: key)
    #expect(snapshot.review?.bodyText == review.pages[0].joined(separator: "\n\n"))
    #expect(snapshot.response?.missing == "\(film)/2")
  }

  @Test("A stored page that names the first one by an address that led there belongs to it")
  func rereadAlias() throws {
    let review = PagedReview(2)
    let named = review.html(2).replacing("<h1>\(review.title)", with: "<h1>How it sounds")
      .replacing("<title>\(review.title)", with: "<title>How it sounds")
      .replacing("</head>", with: "<link rel=\"canonical\" href=\"http://reels.example/film\"></head>")
    let film = "https://reels.example/film"
    for (aliases, count) in [(["http://reels.example/film"], 1), ([], 0)] {
      let film = film + (aliases.isEmpty ? "-b" : "")
      let key = try store(review, [(film, review.html(1)), ("\(film)/2", named)], aliases: aliases)
      guard case .read(_, let parts) = try Rereading(writer.archive).read(try snapshot(1, of: key)) else {
        Issue.record("nothing was read")
        return
      }
      #expect(parts == count)
    }
  }

  @Test("An export as WARC has the responses of all pages")
  func exported() async throws {
    PagedReview().serve(server)
    _ = try await archive()
    var bytes: [UInt8] = []
    _ = try Export(writer.archive, ExportSelection()).write(.warc) { bytes += $0 }
    let reader = WARCReader(bytes)
    var addresses: [String?] = []
    while let record = try reader.record(maximumBlockBytes: 1 << 20)?.record {
      if record.head.type == .response { addresses.append(record.head.targetURI) }
    }
    #expect(addresses == ["/film", "/film/2", "/film/3"].map(server.address))
  }
}
