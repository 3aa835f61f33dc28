import Glibc
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

  private func archive(_ path: String, anyPage: Bool = false) async throws -> PageOutcome {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), acceptsAnyPage: anyPage, logger: logger)
    return try await archiving.archive(try #require(PageAddress(server.address(path))))
  }

  private func latest(_ outcome: PageOutcome) throws -> Snapshot {
    let page = try #require(try writer.archive.page(outcome.page))
    return try writer.archive.snapshot(try writer.archive.resolve("latest", of: page), of: page).snapshot
  }

  @Test("A page is stored once, again when it has changed, and not when it has not")
  func versions() async throws {
    var page = ReviewPage()
    server.on("/film", .page(text: page.html))
    #expect(try await archive("/film").kind == .new)
    let again = try await archive("/film")
    #expect((again.kind, again.version) == (.unchanged, 1))
    page.paragraphs[1] = "The older keeper sings now, and that changes the whole evening."
    server.on("/film", .page(text: page.html))
    let changed = try await archive("/film")
    #expect((changed.kind, changed.version) == (.changed, 2))
    #expect(changed.digest != again.digest)
    #expect(try latest(changed).review?.bodyText.contains("sings now") == true)
  }

  @Test("The snapshot says what the server answered, without user and password")
  func facts() async throws {
    server.on(
      "/film",
      .page(headers: [("Content-Type", "text/html; charset=UTF-8"), ("ETag", "\"a\"")], text: ReviewPage().html))
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), logger: logger)
    let outcome = try await archiving.archive(
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
  func notModified() async throws {
    let html = ReviewPage().html
    server.on("/film") { request in
      request.header("If-None-Match") == "\"one\""
        ? .page(304, headers: [("ETag", "\"one\"")], body: [])
        : .page(headers: [("Content-Type", "text/html"), ("ETag", "\"one\"")], text: html)
    }
    #expect(try await archive("/film").kind == .new)
    let again = try await archive("/film")
    #expect((again.kind, again.version) == (.unchanged, 1))
    #expect(server.requests.map { $0.header("If-None-Match") } == [nil, "\"one\""])
  }

  @Test("304 without a question is a failure, not an unchanged page")
  func unaskedNotModified() async throws {
    server.on("/film", .page(304, headers: [], body: []))
    let outcome = try await archive("/film")
    #expect(outcome.kind == .failed)
    #expect(outcome.error is ResponseError)
  }

  @Test("404 of a known page is logged and leaves its version; of an unknown one nothing is written")
  func absent() async throws {
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .page(404, text: "gone")])
    _ = try await archive("/film")
    let outcome = try await archive("/film")
    #expect(outcome.kind == .failed)
    #expect((outcome.error as? ResponseError)?.status == 404)
    let page = try #require(try writer.archive.page(outcome.page))
    #expect(try writer.archive.visits(of: page).map(\.outcome) == [.new, .absent])
    #expect(try latest(outcome).review != nil)
    let files = folder.files()
    #expect(try await archive("/other").kind == .failed)
    #expect(folder.files() == files)
  }

  @Test("A page without readable text is quarantined with what it was, and replaces nothing")
  func unreadable() async throws {
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .page(text: "")])
    _ = try await archive("/film")
    let outcome = try await archive("/film")
    #expect(outcome.kind == .quarantined)
    #expect((outcome.error as? QuarantineError)?.code == .unreadable)
    #expect(try latest(outcome).version == 1)
    #expect(folder.files().contains { $0.contains("/quarantine/") })
  }

  @Test("A page that draws its text by script is stored for whoever wants any page; an empty one never is")
  func scriptOnly() async throws {
    server.on(
      "/app", .page(text: "<html><title>App</title><body><div id=root></div><script>draw()</script></body></html>"))
    server.on("/empty", .page(text: ""))
    #expect(try await archive("/app").kind == .quarantined)
    let stored = try await archive("/app", anyPage: true)
    #expect(stored.kind == .new)
    #expect(try latest(stored).review?.body == [])
    #expect(try await archive("/empty", anyPage: true).kind == .quarantined)
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
  func obstacles(code: String, html: String) async throws {
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .page(text: "<html><body>\(html)</body></html>")])
    _ = try await archive("/film")
    let outcome = try await archive("/film")
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
  func movedToFront() async throws {
    var front = ReviewPage(title: "Reel Harbour, a magazine about films")
    front.paragraphs.reverse()
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .redirect("/")])
    server.on("/", .page(text: front.html))
    let first = try await archive("/film")
    let outcome = try await archive("/film")
    #expect((outcome.error as? QuarantineError)?.code == .moved)
    #expect(outcome.page == first.page)
    #expect(try latest(outcome).version == 1)
    #expect(try await archive("/").kind == .new)
  }

  @Test("A page that has become another page, by title and text, is set aside; a rewritten one is not")
  func replaced() async throws {
    var page = ReviewPage()
    page.head = "<meta property=\"article:published_time\" content=\"2024-03-01\">"
    server.on("/film", .page(text: page.html))
    _ = try await archive("/film")
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
    let outcome = try await archive("/film")
    #expect((outcome.error as? QuarantineError)?.code == .replaced)
    page.title = "The Long Night of the Lighthouse, seen again"
    page.paragraphs = [other.paragraphs[0]] + page.paragraphs[2...]
    server.on("/film", .page(text: page.html))
    #expect(try await archive("/film").kind == .changed)
  }

  @Test("A page that answers in another language is set aside; a corrected language tag is not")
  func otherLanguage() async throws {
    let page = ReviewPage()
    server.on("/film", .page(text: page.html))
    _ = try await archive("/film")
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
    #expect((try await archive("/film").error as? QuarantineError)?.code == .otherLanguage)
    server.on("/film", .page(text: page.html.replacing("lang=\"en\"", with: "lang=\"nl\"")))
    #expect(try await archive("/film").kind == .unchanged)
  }

  @Test("Half a text and an offer to subscribe are a pay wall; half a text alone is an edit")
  func payWall() async throws {
    var page = ReviewPage()
    server.on("/film", .page(text: page.html))
    _ = try await archive("/film")
    page.paragraphs = Array(page.paragraphs[..<2])
    server.on("/cut", .page(text: page.html))
    page.paragraphs.append(
      "Subscribe to continue reading: the whole archive, from a euro a week, in print or on screen.")
    server.on("/film", .page(text: page.html))
    #expect((try await archive("/film").error as? QuarantineError)?.code.rawValue == "pay-wall")
    page.paragraphs.removeLast()
    server.on("/film", .page(text: page.html))
    #expect(try await archive("/film").kind == .changed)
  }

  @Test("A refusal names who refuses", arguments: [403, 503])
  func refusal(status: Int) async throws {
    let html = "<html><title>Just a moment...</title><body><p>Checking your browser</p></body></html>"
    server.on("/film", .page(status, text: html))
    let outcome = try await archive("/film")
    #expect(outcome.kind == .failed)
    #expect(outcome.error.map { "\($0)" }?.contains("with a wall against machines (Cloudflare)") == true)
  }

  @Test("A page that has lost most of its text is quarantined, unless any page will do")
  func shrunken() async throws {
    var page = ReviewPage()
    server.on("/film", .page(text: page.html))
    _ = try await archive("/film")
    page.paragraphs = ["The lighthouse film has left our cinemas for good, and this is all we have to say of it now."]
    server.on("/film", .page(text: page.html))
    let outcome = try await archive("/film")
    #expect(outcome.kind == .quarantined)
    #expect((outcome.error as? QuarantineError)?.code == .shrunken)
    #expect(try await archive("/film", anyPage: true).kind == .changed)
  }

  @Test("Any other status is a failure that names it", arguments: [206, 403, 429, 500, 503])
  func failures(status: Int) async throws {
    server.on("/film", .page(status, text: ReviewPage().html))
    let outcome = try await archive("/film")
    #expect(outcome.kind == .failed)
    #expect(outcome.error.map { "\($0)" }?.contains("\(status)") == true)
  }

  @Test("An address that redirects leads to one page, whichever is asked for")
  func redirect() async throws {
    server.on("/old", .redirect("/film"))
    server.on("/film", .page(text: ReviewPage().html))
    let first = try await archive("/old")
    #expect(first.page.description == server.address("/film"))
    #expect(try await archive("/film").kind == .unchanged)
    #expect(try writer.archive.find(server.address("/old")).key == first.page)
  }

  @Test("A known page that leads to a wall is quarantined under its own key; the wall does not make pages one")
  func wall() async throws {
    let consent = "<html><title>Before you continue</title><body><p>Cookies</p></body></html>"
    server.on("/film", inTurn: [.page(text: ReviewPage().html), .redirect("/consent")])
    server.on("/new", inTurn: [.redirect("/consent"), .page(text: ReviewPage().html)])
    server.on("/consent", .page(text: consent))
    let film = try await archive("/film")
    let walled = try await archive("/film")
    #expect(walled.kind == .quarantined)
    #expect(walled.page == film.page)
    let page = try #require(try writer.archive.page(film.page))
    #expect(try writer.archive.visits(of: page).map(\.outcome) == [.new, .quarantined])
    #expect(try await archive("/new").page.description == server.address("/consent"))
    #expect(try await archive("/new").page.description == server.address("/new"))
  }

  @Test("The text is compared with that of the latest version by time, not with the one that came last")
  func shrunkenByTime() async throws {
    server.on("/film", .page(text: ReviewPage().html))
    let outcome = try await archive("/film")
    let stored = try latest(outcome)
    var review = try #require(stored.review)
    review.body += [.paragraph(text: String(repeating: "An older and much longer text. ", count: 2000))]
    _ = try writer.record(
      Capture(
        page: outcome.page, captured: Timestamp(secondsSince1970: 0), cause: .import,
        response: ResponseFacts(status: 200, finalURL: outcome.page.description), extractor: stored.extractor,
        review: review))
    #expect(try await archive("/film").kind == .unchanged)
  }

  private func run(_ paths: [String], _ servers: [ScriptedServer], receive: (PageOutcome) throws -> Void) async throws {
    let engine = try TransferEngine.open()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), logger: logger)
    let run = ArchivingRun(archiving) { request throws(FetchError) in try await engine.fetch(request) }
    let addresses = try paths.flatMap { path in
      try servers.map { try #require(PageAddress($0.address(path))) }
    }
    try await run.run(addresses, receive: receive)
  }

  @Test("A run visits every page, those of one host one after the other in their order")
  func run() async throws {
    for path in ["/1", "/2", "/3"] {
      var page = ReviewPage()
      page.title += path
      server.on(path, .page(text: page.html, delay: .milliseconds(20)))
    }
    var outcomes: [PageOutcome] = []
    try await run(["/1", "/2", "/3"], [server]) { outcomes.append($0) }
    #expect(outcomes.map(\.address.path) == ["/1", "/2", "/3"])
    #expect(outcomes.map(\.kind) == [.new, .new, .new])
    #expect(server.connectionCount == 1)
  }

  @Test("A host that is slow does not keep the pages of another one waiting")
  func hosts() async throws {
    let slow = try ScriptedServer()
    let isFree = Atomic(false)
    slow.on("/1") { _ in
      while !isFree.load(ordering: .relaxed) { usleep(1000) }
      return .page(text: ReviewPage().html)
    }
    for path in ["/1", "/2"] {
      var page = ReviewPage()
      page.title += path
      server.on(path, .page(text: page.html))
    }
    var ports: [Int?] = []
    try await run(["/1", "/2"], [slow, server]) {
      ports.append($0.address.port)
      if ports.count == 2 { isFree.store(true, ordering: .relaxed) }
    }
    #expect(ports == [server.port, server.port, slow.port, slow.port])
  }

  @Test("A run that is cancelled gives up what is on its way, and keeps what has arrived")
  func cancelled() async throws {
    server.on("/1", .page(text: ReviewPage().html))
    server.on("/2", .page(delay: .seconds(60)))
    let (writer, server) = (writer, server)
    let kinds = Mutex<[PageOutcome.Kind]>([])
    let task = Task {
      try await self.run(["/1", "/2", "/3"], [server]) { outcome in kinds.withLock { $0.append(outcome.kind) } }
    }
    while server.requests.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    try await task.value
    #expect(kinds.withLock { $0 } == [.new])
    #expect(try writer.archive.pages().count == 1)
  }

  @Test("Ten thousand addresses wait as addresses: no more are on their way than hosts may be asked at once")
  func waiting() async throws {
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), logger: logger)
    let load = Load()
    let run = ArchivingRun(archiving, hostsAtOnce: 8) { request throws(FetchError) in
      load.enter(HostKey(request.address))
      await Task.yield()
      load.leave(HostKey(request.address))
      return Page(
        requested: request.address, final: request.address, status: 500, body: [],
        received: Timestamp(secondsSince1970: 0))
    }
    // 100 hosts with 100 pages each, one host after the other.
    let addresses = try (0..<10_000).map { try #require(PageAddress("http://h\($0 / 100).example/\($0)")) }
    var visited = 0
    try await run.run(addresses) { _ in visited += 1 }
    #expect(visited == 10_000)
    #expect(load.most == 8)
    #expect(load.mostOfOneHost == 1)
  }
}

/// How many fetches are on their way.
private final class Load: Sendable {
  private let counts = Mutex<(now: [HostKey: Int], most: Int, mostOfOneHost: Int)>(([:], 0, 0))

  func enter(_ host: HostKey) {
    counts.withLock { counts in
      counts.now[host, default: 0] += 1
      counts.most = max(counts.most, counts.now.values.reduce(0, +))
      counts.mostOfOneHost = max(counts.mostOfOneHost, counts.now[host] ?? 0)
    }
  }

  func leave(_ host: HostKey) { counts.withLock { $0.now[host] = $0.now[host] == 1 ? nil : ($0.now[host] ?? 0) - 1 } }
  var most: Int { counts.withLock { $0.most } }
  var mostOfOneHost: Int { counts.withLock { $0.mostOfOneHost } }
}
