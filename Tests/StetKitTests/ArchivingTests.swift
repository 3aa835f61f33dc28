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

  @Test(
    "What comes instead of the page is quarantined with its code and a sentence, and accepted by nobody but people",
    arguments: [
      ("not-found", "<title>Page not found</title><p>Sorry, the page you are looking for does not exist.</p>"),
      ("bot-wall", "<title>Just a moment...</title><p>Verify you are human by completing the action below.</p>"),
      (
        "maintenance",
        "<title>Reel Harbour</title><p>Briefly unavailable for scheduled maintenance. Come back soon.</p>"
      ),
      ("login-wall", "<title>Sign in</title><p>You must be logged in to read this. Forgot your password? Ask us.</p>"),
    ])
  func obstacles(code: String, html: String) throws {
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .page(text: "<html><body>\(html)</body></html>")])
    _ = try archive("/film")
    let outcome = try archive("/film")
    let error = try #require(outcome.error as? QuarantineError)
    #expect(error.code.rawValue == code)
    #expect(error.reason.contains("it says “"))
    let page = try #require(try writer.archive.page(outcome.page))
    let visit = try #require(try writer.archive.visits(of: page).last)
    #expect(visit.code == code)
    #expect(visit.reason == error.reason)
    #expect(try latest(outcome).version == 1)
  }

  @Test("A page whose address leads to the front page by now is set aside; the front page itself is a page")
  func movedToFront() throws {
    var front = ReviewPage(title: "Reel Harbour, a magazine about films")
    front.paragraphs.reverse()
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .redirect("/")])
    server.on("/", .page(text: front.html))
    let first = try archive("/film")
    let outcome = try archive("/film")
    #expect((outcome.error as? QuarantineError)?.code == .moved)
    #expect(outcome.page == first.page)
    #expect(try latest(outcome).version == 1)
    #expect(try archive("/").kind == .new)
  }

  @Test("A page that has become another page, by title and text, is set aside; a rewritten one is not")
  func replaced() throws {
    var page = ReviewPage()
    page.head = "<meta property=\"article:published_time\" content=\"2024-03-01\">"
    server.on("/film", .page(text: page.html))
    _ = try archive("/film")
    var other = ReviewPage(title: "Ten kettles that whistle in tune")
    other.paragraphs = [
      "We boiled water for a fortnight, in kitchens with hard water and soft, and wrote down each kettle's note as it "
        + "came to the boil; the neighbours joined in with pans and were thanked in the usual manner.",
      "Enamel sings higher than steel, as everybody expected, but copper surprised us: it hums long before any steam is "
        + "seen, and goes on humming when the gas is off, like a choir that has lost its conductor.",
      "Whoever wants peace buys glass. Whoever wants company should try the tall one with a bird on its spout, which "
        + "our youngest tester has named Gerald and refuses to give back to its makers.",
    ]
    server.on("/film", .page(text: other.html))
    let outcome = try archive("/film")
    #expect((outcome.error as? QuarantineError)?.code == .replaced)
    page.title = "The Long Night of the Lighthouse, seen again"
    page.paragraphs = [other.paragraphs[0]] + page.paragraphs[2...]
    server.on("/film", .page(text: page.html))
    #expect(try archive("/film").kind == .changed)
  }

  @Test("A page that answers in another language is set aside; a corrected language tag is not")
  func otherLanguage() throws {
    let page = ReviewPage()
    server.on("/film", .page(text: page.html))
    _ = try archive("/film")
    var german = ReviewPage(title: "Die lange Nacht des Leuchtturms")
    german.paragraphs = [
      "Auf einem Felsen im Nordmeer warten zwei Wärter auf ein Boot, das drei Wochen zu spät ist, und die Kamera wartet "
        + "mit ihnen, ohne je unsere Geduld zu verlangen.",
      "Der ältere zählt jeden Abend die Kerzen und schreibt die Zahl an die Wand, der jüngere wischt sie wieder ab, und "
        + "das ist schon beinahe die ganze Handlung dieses stillen Films.",
      "Musik gibt es kaum; es gibt Wind, die Ölpumpe, einen Kessel und das langsame Drehen der Linse, an dem wir bald "
        + "die Stunde erkennen.",
      "Der letzte Akt bringt das Boot und mit ihm einen Brief, der zu viel erklärt und den ich gestrichen hätte. Aber das "
        + "Schlussbild, eine Lampe, die am hellen Tag erlischt, verzeiht beinahe alles, was davor kam.",
    ]
    server.on("/film", .page(text: german.html.replacing("lang=\"en\"", with: "lang=\"de\"")))
    #expect((try archive("/film").error as? QuarantineError)?.code == .otherLanguage)
    server.on("/film", .page(text: page.html.replacing("lang=\"en\"", with: "lang=\"nl\"")))
    #expect(try archive("/film").kind == .unchanged)
  }

  @Test("Half a text and an offer to subscribe are a pay wall; half a text alone is an edit")
  func payWall() throws {
    var page = ReviewPage()
    server.on("/film", .page(text: page.html))
    _ = try archive("/film")
    page.paragraphs = Array(page.paragraphs[..<2])
    server.on("/cut", .page(text: page.html))
    page.paragraphs.append(
      "Subscribe to continue reading: the whole archive, from a euro a week, in print or on screen.")
    server.on("/film", .page(text: page.html))
    #expect((try archive("/film").error as? QuarantineError)?.code.rawValue == "pay-wall")
    page.paragraphs.removeLast()
    server.on("/film", .page(text: page.html))
    #expect(try archive("/film").kind == .changed)
  }

  @Test("A refusal names who refuses", arguments: [403, 503])
  func refusal(status: Int) throws {
    let html = "<html><title>Just a moment...</title><body><p>Checking your browser</p></body></html>"
    server.on("/film", .page(status, text: html))
    let outcome = try archive("/film")
    #expect(outcome.kind == .failed)
    #expect(outcome.error.map { "\($0)" }?.contains("with a wall against machines (Cloudflare)") == true)
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
