import Dispatch
import StetArchive
import StetModel
import StetTestSupport
import Testing

@testable import StetReadingRoom

/// Every text of `HostileText` through every page and document of the room.
///
/// The room is walked from its front page along all its links, so that a page that is new is looked at without a word here.
@Suite("Hostile text")
struct HostileTextTests {
  /// Some of the texts, and the page that says them.
  struct Sample {
    let page: PageAddress
    let texts: [String]

    /// What the page says in each field: escaping looks at characters, so that one text is as good as the other's
    /// neighbour.
    var whole: String { texts.joined(separator: " ¦ ") }

    /// All texts, in so many of which each.
    static func all(_ texts: [String], size: Int = 20) throws -> [Sample] {
      try stride(from: 0, to: texts.count, by: size).map { start in
        let some = Array(texts[start..<min(start + size, texts.count)])
        let host = "http://h\(start % 3).example/\(start)/"
        return Sample(
          page: try #require(PageAddress("\(host)\(some[0])?q=\(some[0])") ?? PageAddress(host)), texts: some)
      }
    }
  }

  /// An archive of pages that said something harmless first, and then in every field what strangers may say.
  static func shelf(_ samples: [Sample]) throws -> RoomShelf {
    let shelf = try RoomShelf()
    try shelf.write { writer in
      for sample in samples {
        for (version, day) in [(1, 1), (2, 3)] {
          var review = Review(url: sample.page.description, kind: .review, confidence: 0.9)
          review.title = "A quiet film"
          review.body = [.paragraph(text: "It begins."), .paragraph(text: "It goes on.")]
          let text = version == 2 ? sample.whole : "text"
          if version == 2 { fill(&review, sample) }
          _ = try writer.record(
            Capture(
              page: PageKey(sample.page), aliases: sample.texts.compactMap { sample.page.resolving("/alias?\($0)") },
              captured: RoomShelf.day(day),
              response: ResponseFacts(status: 200, finalURL: text, contentType: text, charset: text, etag: text),
              extractor: ExtractorFacts(version: "0.1.0", rules: RoomShelf.rules.rules, profile: text), review: review,
              provenance: [FieldProvenance(field: text, provenance: Provenance(source: text, at: text))]))
        }
      }
    }
    return shelf
  }

  private static func fill(_ review: inout Review, _ sample: Sample) {
    let text = sample.whole
    func quoted(_ text: String) -> String {
      "**\(text)** _\(text)_ `\(text)` [\(text)](\(text) \"\(text)\") ![\(text)](\(text)) <\(text)>"
    }
    review.title = text
    review.byline = text
    review.authors = sample.texts.map { Author(name: $0, url: $0, bio: $0) }
    review.authorBio = text
    review.lead = text
    review.publishedText = text
    review.published = text
    review.modified = text
    review.tags = sample.texts.map { Term(name: $0, url: $0) }
    review.categories = sample.texts.map { Term(name: $0, url: $0) }
    review.breadcrumb = sample.texts.map { Term(name: $0, url: $0) }
    review.rating = Rating(value: .grade(text), text: text)
    review.item = ReviewItem(type: text, name: text, creators: [text], url: sample.texts[0])
    review.pros = [text]
    review.cons = [text]
    review.verdict = text
    review.siteName = text
    review.language = sample.texts[0]
    review.images = sample.texts.map { ReviewImage(src: $0, alt: $0, caption: $0) }
    review.links = sample.texts.map { ReviewLink(url: $0, text: $0) }
    review.body = [
      .paragraph(text: text), .heading(level: 2, text: text), .quote(blocks: [.paragraph(text: text)], cite: text),
      .list(ordered: false, items: sample.texts.map { ListItem(text: $0, markdown: quoted($0)) }),
      .table(rows: [[text, text]], header: true, caption: text), .code(text: text, language: text),
    ]
    for text in sample.texts {
      review.body += [
        .paragraph(text: text, markdown: quoted(text)), .figure(src: text, alt: text, caption: text),
        .embed(src: text, title: text),
      ]
    }
  }

  /// Work that takes long stays away from the threads that other tests' servers need.
  static func aside(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "hostile").async { continuation.resume(with: Result { try body() }) }
    }
  }

  /// Walks a room from its front page; tells what is wrong with any page or document.
  private static func walk(_ shelf: RoomShelf) throws -> (faults: [String], visited: [String: String]) {
    let room = try shelf.room
    var waiting = ["/", "/api/", "/api/pages", "/api/changes", "/none", "/pages/none/", "/search?q=alert"]
    var known = Set(waiting)
    var faults: [String] = []
    var visited: [String: String] = [:]
    while let target = waiting.popLast() {
      let answer = try shelf.ask(target, of: room)
      let path = String(target.prefix { $0 != "?" })
      for (name, value) in answer.headers
      where value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value > 0x7E }) {
        faults.append("\(target): a header field \(name) with \(value.debugDescription)")
      }
      if answer.status >= 500 { faults.append("\(target): \(answer.status)") }
      let type = answer.field("Content-Type") ?? ""
      switch type {
      case "text/html; charset=utf-8":
        let html = try answer.text
        visited[target] = html
        faults += RoomHTML.faults(html, path: path).map { "\(target): \($0)" }
        for tag in StrictHTML(html).tags {
          guard let link = tag.value("href") ?? tag.value("action"), !link.hasPrefix("http"), !link.hasPrefix("#"),
            let place = RoomHTML.resolved(link, from: path)
          else { continue }
          let query = link.prefix { $0 != "#" }.drop { $0 != "?" }
          if known.insert(place + query).inserted { waiting.append(place + query) }
        }
      case "application/atom+xml; charset=utf-8":
        for entry in try AtomReader(answer.bytes).entries {
          faults += RoomHTML.fragmentFaults(entry.content).map { "\(target): \($0)" }
        }
      case "application/json", "application/problem+json": _ = try answer.json
      default: break
      }
    }
    return (faults, visited)
  }

  @Test("Nothing that a page says is more than text, on any page of the room, in any feed, JSON or header field")
  func walk() async throws { try await Self.aside { try Self.walkAll() } }

  private static func walkAll() throws {
    let samples = try Sample.all(HostileText.all)
    let shelf = try Self.shelf(samples)
    let (faults, visited) = try Self.walk(shelf)
    #expect(faults.isEmpty, "\(faults.count) faults, first \(faults.prefix(20))")
    // What is reached tells that the walk walks.
    #expect(visited.count > 3 * samples.count, "\(visited.keys.sorted())")
    for sample in samples {
      let name = try shelf.name(sample.page.description)
      let shown = Self.words(StrictHTML(try shelf.get(.version(name, 2)).text).text)
      for text in sample.texts + [sample.whole] {
        #expect(shown.contains(Self.words(VisibleText.lines(text))), "\(text.debugDescription) is not shown")
      }
      let stored = try shelf.get(.api(.version(name, 2))).json["review"]
      for field in ["title", "byline", "lead", "verdict", "siteName"] {
        let text = stored?[field]?.string ?? ""
        #expect(text.unicodeScalars.elementsEqual(sample.whole.unicodeScalars), "\(field) of \(sample.page)")
      }
    }
  }

  /// Without white space, which HTML does not keep.
  private static func words(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{1D}" }))
  }

  @Test("A feed gives the texts back exactly, but for what XML cannot hold")
  func feed() async throws { try await Self.aside { try Self.feedAll() } }

  private static func feedAll() throws {
    let samples = try Sample.all(HostileText.markup + HostileText.breakouts)
    let shelf = try Self.shelf(samples)
    var entries: [AtomReader.Entry] = []
    var next: String? = "http://127.0.0.1:8417/changes.atom"
    while let address = next {
      let feed = try AtomReader(shelf.follow(address).bytes)
      entries += feed.entries
      next = feed.links["next"]
    }
    #expect(entries.count == 2 * samples.count)
    for sample in samples {
      let entry = try #require(entries.first { Self.words($0.title) == Self.words(VisibleText.lines(sample.whole)) })
      let shown = sample.texts.map { Self.words(VisibleText.lines($0)) }
      #expect(entry.tags.map(Self.words) == shown + shown)
      #expect(entry.authors.map(Self.words) == shown)
    }
  }

  @Test("What is typed into the search box, a filter, an address or a header field comes back as text, or not at all")
  func requests() async throws { try await Self.aside { try Self.requestAll() } }

  private static func requestAll() throws {
    let shelf = try RoomShelf()
    try shelf.store("http://reviews.example/film", says: "It begins.", on: 1)
    let room = try shelf.room
    let name = try shelf.name("http://reviews.example/film")
    let places: [RoomAddress] = [
      .front, .search, .host("reviews.example"), .page(name), .version(name, 1), .api(.pages), .api(.search),
      .api(.changes),
      .choice(name), .feed(host: nil),
    ]
    let parameters = [
      "q", "host", "from", "to", "since", "order", "limit", "after", "author", "tag", "sort", "versions", "page",
      "part", "old",
      "new",
    ]
    // Each text at some of the places, each place with many of the texts.
    for (number, text) in HostileText.all.enumerated() {
      for place in [places[number % places.count], places[(number / places.count) % places.count]] {
        let path = "/" + RoomLinks(isSite: false, place: .front)(place).replacing("./", with: "")
        let answer = room.answer(
          RoomRequest(
            path: path, query: parameters.map { ($0, text) },
            rawQuery: parameters.map { "\($0)=\(RoomLinks.encoded(text))" }.joined(separator: "&"),
            headers: [
              "host": "127.0.0.1:8417", "accept-datetime": text, "user-agent": text, "referer": text,
              "accept-language": text,
            ]))
        try Self.check(answer, path, text)
      }
      let paths = [
        "/\(text)", "/pages/\(text)/", "/pages/a/\(text)/", "/\(RoomLinks.encoded(text))",
        "/pages/\(RoomLinks.encoded(text))/", "/warc/2026/11/\(text)", "/timegate/\(text)", "/timemap/link/\(text)",
        "/timemap/json/http://reviews.example/film?\(text)", "/timegate/http://reviews.example/film#\(text)",
        "/api/\(text)", "/api/pages/reviews.example/\(RoomLinks.encoded(text))/1",
      ]
      for path in [paths[number % paths.count], paths[(number / 3 + 5) % paths.count]] {
        let answer = room.answer(RoomRequest(path: path, headers: ["host": "127.0.0.1:8417"]))
        try Self.check(answer, path, text)
      }
      let answer = room.answer(RoomRequest(path: "/changes.atom", headers: ["host": text]))
      #expect(answer.status == 400 || RoomOrigin(RoomRequest(path: "/", headers: ["host": text])) != nil)
    }
  }

  private static func check(_ answer: RoomAnswer, _ path: String, _ text: String) throws {
    #expect(answer.status < 500, "\(path) with \(text.debugDescription)")
    for (name, value) in answer.headers {
      let isClean = value.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value <= 0x7E }
      #expect(isClean, "\(path): \(name) with \(text.debugDescription)")
    }
    switch answer.field("Content-Type") {
    case "text/html; charset=utf-8":
      let faults = RoomHTML.faults(try answer.text, path: path)
      #expect(faults.isEmpty, "\(path) with \(text.debugDescription): \(faults.prefix(5))")
    case "application/json", "application/problem+json": _ = try answer.json
    case "application/atom+xml; charset=utf-8": _ = try AtomReader(answer.bytes)
    case "application/link-format", "text/plain; charset=utf-8", "application/octet-stream": break
    case let type: Issue.record("\(path) answers with \(type ?? "nothing")")
    }
  }

  @Test("The checker finds what it is there to find")
  func checker() {
    let start = "<!DOCTYPE html><html><head><title>x</title></head><body><p>"
    let end = "</p></body></html>"
    #expect(RoomHTML.faults(start + "all is <a href=\"pages/a.example/\">well</a> &amp; good" + end, path: "/").isEmpty)
    for bad in [
      "<script>alert(1)</script>", "<b onclick=\"x\">x</b>", "<b style=\"x\">x</b>",
      "<a href=\"javascript:alert(1)\">x</a>",
      "<a href=\"http://x.example/\">x</a>", "<a href=\"//x.example/\">x</a>", "<a href=\"none/\">x</a>",
      "<img src=\"x\">", "a < b", "a > b",
      "&bad", "<b class=x>x</b>", "<iframe></iframe>", "<form action=\"http://x.example/\"></form>", "<b>x", "</b>",
      "<!-- x -->",
      "<script src=\"http://x.example/room.js\"></script>", "<link rel=\"stylesheet\" href=\"http://x.example/\">",
    ] {
      #expect(!RoomHTML.faults(start + bad + end, path: "/").isEmpty, "\(bad)")
    }
    for text in HostileText.markup { #expect(!RoomHTML.faults(start + text + end, path: "/").isEmpty, "\(text)") }
  }
}
