import Logging
import StetArchive
import StetExtract
import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Synchronization
import Testing

@Suite struct ArchivingTests {
  let folder: TemporaryDirectory
  let server: ScriptedServer
  let writer: ArchiveWriter

  init() throws {
    folder = try TemporaryDirectory()
    server = try ScriptedServer()
    writer = try ArchiveWriter.open(at: folder.path("Archive"))
  }

  private func archive(_ path: String, anyPage: Bool = false) throws -> PageOutcome {
    let network = Network()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(
      into: writer, extractor: Extractor(), acceptsAnyPage: anyPage, logger: logger
    ) { request throws(FetchError) in try network.fetch(request) }
    return try archiving.archive(try #require(PageAddress(server.address(path))))
  }

  private func latest(_ outcome: PageOutcome) throws -> Snapshot {
    let page = try #require(try writer.archive.page(outcome.page))
    return try writer.archive.snapshot(try writer.archive.resolve("latest", of: page), of: page).snapshot
  }

  @Test("A page is stored once, again when it has changed, and not when it has not")
  func versions() throws {
    var page = ReviewPage()
    server.on("/film", .page(text: page.html))
    #expect(try archive("/film").kind == .new)
    let again = try archive("/film")
    #expect((again.kind, again.version) == (.unchanged, 1))
    page.paragraphs[1] = "The older keeper sings now, and that changes the whole evening."
    server.on("/film", .page(text: page.html))
    let changed = try archive("/film")
    #expect((changed.kind, changed.version) == (.changed, 2))
    #expect(changed.digest != again.digest)
    #expect(try latest(changed).review?.bodyText.contains("sings now") == true)
  }

  @Test("The snapshot says what the server answered, without user and password")
  func facts() throws {
    server.on(
      "/film",
      .page(headers: [("Content-Type", "text/html; charset=UTF-8"), ("ETag", "\"a\"")], text: ReviewPage().html))
    let network = Network()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), logger: logger) { request throws(FetchError) in
      try network.fetch(request)
    }
    let outcome = try archiving.archive(
      try #require(PageAddress("http://ada:secret@127.0.0.1:\(server.port)/film?utm_source=x#top")))
    let snapshot = try latest(outcome)
    #expect(snapshot.page.description == server.address("/film"))
    #expect(snapshot.review?.url == server.address("/film"))
    let response = try #require(snapshot.response)
    #expect(response.status == 200)
    #expect(response.etag == "\"a\"")
    #expect(response.contentType == "text/html; charset=UTF-8")
    #expect(response.payload != nil)
    #expect(response.charset == "utf-8")
    for file in folderFiles() { #expect(!(try folder.text(file)).contains("secret"), "\(file)") }
  }

  private func folderFiles() -> [String] { folder.files() }

  @Test("Validators go with the second request, and 304 is an unchanged page")
  func notModified() throws {
    let html = ReviewPage().html
    server.on("/film") { request in
      request.header("If-None-Match") == "\"one\""
        ? .page(304, headers: [("ETag", "\"one\"")], body: [])
        : .page(headers: [("Content-Type", "text/html"), ("ETag", "\"one\"")], text: html)
    }
    #expect(try archive("/film").kind == .new)
    let again = try archive("/film")
    #expect((again.kind, again.version) == (.unchanged, 1))
    #expect(server.requests.map { $0.header("If-None-Match") } == [nil, "\"one\""])
  }

  @Test("304 without a question is a failure, not an unchanged page")
  func unaskedNotModified() throws {
    server.on("/film", .page(304, headers: [], body: []))
    let outcome = try archive("/film")
    #expect(outcome.kind == .failed)
    #expect(outcome.error is ResponseError)
  }

  @Test("404 of a known page is logged and leaves its version; of an unknown one nothing is written")
  func absent() throws {
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .page(404, text: "gone")])
    _ = try archive("/film")
    let outcome = try archive("/film")
    #expect(outcome.kind == .failed)
    #expect((outcome.error as? ResponseError)?.status == 404)
    let page = try #require(try writer.archive.page(outcome.page))
    #expect(try writer.archive.visits(of: page).map(\.outcome) == [.new, .absent])
    #expect(try latest(outcome).review != nil)
    let files = folder.files()
    #expect(try archive("/other").kind == .failed)
    #expect(folder.files() == files)
  }

  @Test("A page without readable text is quarantined with what it was, and replaces nothing")
  func unreadable() throws {
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .page(text: "")])
    _ = try archive("/film")
    let outcome = try archive("/film")
    #expect(outcome.kind == .quarantined)
    #expect((outcome.error as? QuarantineError)?.code == .unreadable)
    #expect(try latest(outcome).version == 1)
    #expect(folder.files().contains { $0.contains("/quarantine/") })
  }

  @Test("A page that draws its text by script is stored for whoever wants any page; an empty one never is")
  func scriptOnly() throws {
    server.on(
      "/app", .page(text: "<html><title>App</title><body><div id=root></div><script>draw()</script></body></html>"))
    server.on("/empty", .page(text: ""))
    #expect(try archive("/app").kind == .quarantined)
    let stored = try archive("/app", anyPage: true)
    #expect(stored.kind == .new)
    #expect(try latest(stored).review?.body == [])
    #expect(try archive("/empty", anyPage: true).kind == .quarantined)
  }

  @Test("A page that has lost most of its text is quarantined, unless any page will do")
  func shrunken() throws {
    var page = ReviewPage()
    server.on("/film", .page(text: page.html))
    _ = try archive("/film")
    page.paragraphs = ["The lighthouse film has left our cinemas for good, and this is all we have to say of it now."]
    server.on("/film", .page(text: page.html))
    let outcome = try archive("/film")
    #expect(outcome.kind == .quarantined)
    #expect((outcome.error as? QuarantineError)?.code == .shrunken)
    #expect(try archive("/film", anyPage: true).kind == .changed)
  }

  @Test("Any other status is a failure that names it", arguments: [206, 403, 429, 500, 503])
  func failures(status: Int) throws {
    server.on("/film", .page(status, text: ReviewPage().html))
    let outcome = try archive("/film")
    #expect(outcome.kind == .failed)
    #expect(outcome.error.map { "\($0)" }?.contains("\(status)") == true)
  }

  @Test("An address that redirects leads to one page, whichever is asked for")
  func redirect() throws {
    server.on("/old", .redirect("/film"))
    server.on("/film", .page(text: ReviewPage().html))
    let first = try archive("/old")
    #expect(first.page.description == server.address("/film"))
    #expect(try archive("/film").kind == .unchanged)
    #expect(try writer.archive.find(server.address("/old")).key == first.page)
  }

  @Test("A known page that leads to a wall is quarantined under its own key; the wall does not make pages one")
  func wall() throws {
    let consent = "<html><title>Before you continue</title><body><p>Cookies</p></body></html>"
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .redirect("/consent")])
    server.on("/new", inTurn: [.redirect("/consent"), .page(text: ReviewPage().html)])
    server.on("/consent", .page(text: consent))
    let film = try archive("/film")
    let walled = try archive("/film")
    #expect(walled.kind == .quarantined)
    #expect(walled.page == film.page)
    let page = try #require(try writer.archive.page(film.page))
    #expect(try writer.archive.visits(of: page).map(\.outcome) == [.new, .quarantined])
    #expect(try archive("/new").page.description == server.address("/consent"))
    #expect(try archive("/new").page.description == server.address("/new"))
  }

  @Test("The text is compared with that of the latest version by time, not with the one that came last")
  func shrunkenByTime() throws {
    server.on("/film", .page(text: ReviewPage().html))
    let outcome = try archive("/film")
    let stored = try latest(outcome)
    var review = try #require(stored.review)
    review.body += [.paragraph(text: String(repeating: "An older and much longer text. ", count: 2000))]
    _ = try writer.record(
      Capture(
        page: outcome.page, captured: Timestamp(secondsSince1970: 0), cause: .import,
        response: ResponseFacts(status: 200, finalURL: outcome.page.description), extractor: stored.extractor,
        review: review))
    #expect(try archive("/film").kind == .unchanged)
  }

  @Test("A run visits every page, tells of each, and stops when asked")
  func run() throws {
    for path in ["/1", "/2", "/3"] {
      var page = ReviewPage()
      page.title += path
      server.on(path, .page(text: page.html))
    }
    let network = Network()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), logger: logger) { request throws(FetchError) in
      try network.fetch(request)
    }
    let addresses = try ["/1", "/2", "/3"].map { try #require(PageAddress(server.address($0))) }
    var slept: [Duration] = []
    var now = Duration.zero
    var outcomes: [PageOutcome] = []
    let run = ArchivingRun(
      archiving, delay: .seconds(1), clock: { now },
      sleep: {
        slept.append($0)
        now += $0
      })
    try run.run(addresses, shouldStop: { outcomes.count == 2 }) { outcomes.append($0) }
    #expect(outcomes.map(\.address) == Array(addresses[..<2]))
    #expect(outcomes.map(\.kind) == [.new, .new])
    #expect(slept == [.seconds(1)])
  }
}
