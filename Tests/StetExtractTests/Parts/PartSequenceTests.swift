import StetExtract
import StetModel
import StetTestSupport
import Testing

@Suite struct PartSequenceTests {
  private let extractor = Extractor(profiles: [])

  private func page(_ html: String, _ path: String) throws -> Page {
    let address = try #require(PageAddress("https://harbour.example" + path))
    return Page(requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 0))
  }

  private func start(_ html: String, _ path: String = "/film") throws -> PartSequence {
    let page = try page(html, path)
    return PartSequence(try extractor.extract(page), of: page)
  }

  private func take(
    _ html: String, _ sequence: inout PartSequence, at path: String? = nil
  ) throws -> PartSequence.Verdict {
    let step = try #require(sequence.next)
    let page = try page(html, path ?? step.address.path)
    return sequence.take(try extractor.extract(page, in: step.series), of: page, as: step)
  }

  /// Reads all pages of a review.
  private func read(_ review: PagedReview) throws -> PartSequence {
    var sequence = try start(review.html(1))
    for number in review.pages.indices.dropFirst().map({ $0 + 1 }) {
      #expect(sequence.next?.address.path == review.path(number))
      #expect(try take(review.html(number), &sequence) == .part)
    }
    return sequence
  }

  @Test("The pages of a review, one after the other, make one record: its text is theirs, once each")
  func three() throws {
    let review = PagedReview()
    let sequence = try read(review)
    #expect(sequence.next == nil)
    let record = sequence.record
    #expect(record.review.bodyText == review.text)
    #expect(record.continuation == nil)
    #expect(record.review.title == review.title)
    #expect(record.review.url == "https://harbour.example/film")
    #expect(record.review.authors.map(\.name) == ["Ida Marsh"])
  }

  @Test("A page alone is what it was")
  func one() throws {
    let review = PagedReview(1)
    let sequence = try start(review.html(1))
    #expect(sequence.next == nil)
    let page = try page(review.html(1), "/film")
    #expect(sequence.record == (try extractor.extract(page)))
  }

  @Test("A thread of a forum has pages, but they are what others have written: none is asked for")
  func thread() throws {
    let posts = (1...6).map { number in
      """
      <div class="post" id="p\(number)"><div class="author"><a href="/u/\(number)">Keeper\(number)</a> Joined: 2004 Posts: 12</div>
      <div class="postbody">\(ReviewPage.paragraphs[number % 4]) That is what number \(number) of us has to say about it.</div></div>
      """
    }
    let html = """
      <html><head><title>Lamps of the north - Forum</title><meta name="generator" content="phpBB"></head><body>
      <h1>Lamps of the north</h1><p>Forum index » Lamps » Topic. Post reply. 6 posts, page 1 of 40</p>\(posts.joined())
      <p class="pager"><b>1</b> <a rel="next" href="/viewtopic.php?t=7&amp;page=2">2</a></p></body></html>
      """
    let sequence = try start(html, "/viewtopic.php?t=7")
    #expect(sequence.record.review.kind == .forum)
    #expect(sequence.next == nil)
  }

  @Test("What is read again from the stored pages is the same record")
  func again() throws {
    var review = PagedReview()
    review.end = "<p>Rating: 7/10</p>"
    let read = try read(review).record
    let (first, later) = try stored(review)
    let (again, count) = try record(first, later)
    #expect(count == 2)
    #expect(again == read)
  }

  private var film: PageAddress { get throws { try #require(PageAddress("https://harbour.example/film")) } }

  /// All pages of a review as they would be read from an archive.
  private func stored(_ review: PagedReview) throws -> (first: Extraction, later: [Stored]) {
    let pages = try review.pages.indices.map { try page(review.html($0 + 1), review.path($0 + 1)) }
    let first = try extractor.extract(pages[0])
    var later: [Stored] = []
    _ = PartSequence.record(
      of: first, at: pages[0].final, [], parts: pages.dropFirst().map(\.final), isWhole: false
    ) { part, series in
      let reading = try? extractor.extract(pages[part + 1], in: series)
      later.append((reading, pages[part + 1].final))
      return reading
    }
    return (first, later)
  }

  private typealias Stored = (reading: Extraction?, address: PageAddress)

  private func record(
    _ first: Extraction, _ later: [Stored], isWhole: Bool = false, others: [PageAddress] = []
  ) throws -> (record: Extraction, count: Int) {
    PartSequence.record(
      of: first, at: try film, others, parts: later.map(\.address), isWhole: isWhole
    ) { part, _ in later[part].reading }
  }

  @Test("A stored page is judged as one that comes in is, whatever today's rules read on it and on the first one")
  func alike() throws {
    let review = PagedReview(3)
    let changes: [(name: String, change: (_ first: inout Extraction, _ second: inout Extraction) -> Void)] = [
      ("nothing", { _, _ in }),
      ("headline", { $1.review.title = "A Short Day at the Mill" }),
      (
        "headline, canonical",
        { ($1.review.title, $1.canonical) = ("Another", PageAddress("https://harbour.example/film")) }
      ),
      ("headline, author", { ($1.review.title, $1.review.authors) = ("Another", [Author(name: "Tom Weir")]) }),
      ("author", { $1.review.authors = [Author(name: "Tom Weir")] }),
      ("day", { $1.review.published = "2025-01-01" }),
      ("list", { $1.review.kind = .listing }),
      ("error", { $1.review.kind = .error }),
      ("wall", { $1.review.kind = .blocked }),
      ("forum", { $1.review.kind = .forum }),
      ("the first page's text", { $1.review.body = $0.review.body }),
      ("a first page of a thread", { first, _ in first.review.kind = .forum }),
      ("a first page of a shop", { first, _ in first.review.kind = .product }),
      ("a first page that is a list", { first, _ in first.review.kind = .listing }),
    ]
    for (name, change) in changes {
      var (first, later) = try stored(review)
      var second = try #require(later[0].reading)
      change(&first, &second)
      later[0].reading = second
      var sequence = PartSequence(first, of: try page(review.html(1), "/film"))
      var taken = 0
      while let step = sequence.next, taken < later.count, let reading = later[taken].reading {
        let page = try page("", step.address.path)
        guard sequence.take(reading, of: page, as: step) == .part else { break }
        taken += 1
      }
      let (record, count) = try self.record(first, later)
      #expect(count == taken, "\(name)")
      #expect(record.review == sequence.record.review, "\(name)")
      if taken < later.count { #expect(record.continuation?.address?.path == "/film/\(taken + 2)", "\(name)") }
      #expect((taken == 2) == ["nothing", "headline, canonical", "forum"].contains(name), "\(name)")
    }
  }

  @Test("A stored page that cannot be read by now ends the text, as one that comes in does")
  func unread() throws {
    var (first, later) = try stored(PagedReview(3))
    later[1].reading = nil
    let (record, count) = try self.record(first, later)
    #expect(count == 1)
    #expect(record.continuation?.address?.path == "/film/3")
    first.continuation = nil
    later[0].reading = nil
    #expect(
      try self.record(first, later).record.continuation?.address?.path
        == "/film/2", "without a link it is where it answered")
  }

  @Test("A stored page with the whole text has to have it by today's rules, too; else the text goes on at page 2")
  func storedWhole() throws {
    let review = PagedReview(3)
    let (first, later) = try stored(review)
    var all = try #require(later[0].reading)
    all.continuation = nil
    all.review.body = review.pages.flatMap(\.self).map { .paragraph(text: $0) }
    let address = try #require(PageAddress("https://harbour.example/film/all"))
    func count(_ page: Extraction) throws -> (Int, String?) {
      let (record, count) = try self.record(first, [(page, address)], isWhole: true)
      #expect(count == 1 || record.review.body == first.review.body)
      return (count, record.continuation?.address?.path)
    }
    #expect(try count(all) == (1, nil))
    var other = all
    other.review.body = Array(all.review.body.dropFirst(4))
    #expect(try count(other) == (0, "/film/2"))
    other.review.body = first.review.body
    #expect(try count(other) == (0, "/film/2"))
    other = all
    other.review.kind = .error
    #expect(try count(other) == (0, "/film/2"))
  }

  @Test("A later page may name the first one by any address that leads there, but for its own")
  func aliases() throws {
    let review = PagedReview(2)
    var (first, later) = try stored(review)
    later[0].reading?.review.title = "How it sounds"
    later[0].reading?.canonical = PageAddress("http://harbour.example/film")
    let http = try #require(PageAddress("http://harbour.example/film"))
    #expect(try record(first, later).count == 0)
    #expect(try record(first, later, others: [http]).count == 1)
    // As it was when it came in.
    var page = try page(review.html(1), "/film")
    page.requested = http
    var sequence = PartSequence(first, of: page)
    let (step, reading) = (try #require(sequence.next), try #require(later[0].reading))
    let second = try self.page("", "/film/2")
    #expect(sequence.take(reading, of: second, as: step) == .part)
    later[0].reading?.canonical = second.final
    #expect(try record(first, later, others: [second.final]).count == 0)
    // An international host is one in both spellings.
    first.canonical = PageAddress("https://bücher.example/film")
    later[0].reading?.canonical = PageAddress("https://xn--bcher-kva.example/film")
    #expect(try record(first, later).count == 1)
  }

  @Test("What looks like a thread or a shop has a second page that is told, but not asked for")
  func unsuited() throws {
    var (first, _) = try stored(PagedReview(2))
    #expect(try PartSequence(first, of: page("", "/film")).unsuited == nil)
    first.review.kind = .product
    let sequence = PartSequence(first, of: try page("", "/film"))
    #expect(sequence.next == nil)
    #expect(sequence.unsuited?.address.path == "/film/2")
  }

  @Test("What every page repeats stands in the text once: lead, intro, what ends a page")
  func repeated() throws {
    var review = PagedReview()
    let intro =
      "This review of a lighthouse and its keepers was written in three sittings, and is printed on three pages."
    let outro = "Reel Harbour pays for its tickets and for its own tea, and nobody has ever sent it a lamp to look at."
    for index in review.pages.indices {
      review.pages[index].insert(intro, at: 0)
      review.pages[index].append(outro)
    }
    let text = try read(review).record.review.bodyText
    for line in [intro, outro] { #expect(text.ranges(of: line).count == 1, "\(line)") }
    #expect(text.hasPrefix(intro) && text.hasSuffix(outro))
    #expect(text.contains("On page 3, and in its paragraph 4"))
  }

  @Test("A rating on the last page is the review's, and says where it stands")
  func rating() throws {
    var review = PagedReview()
    review.end = "<p class=\"rating\">Rating: 7/10</p>"
    let record = try read(review).record
    #expect(record.review.rating?.text == "7/10")
    let at = record.provenance.first { $0.field == "rating" }?.provenance.at
    #expect(at?.hasPrefix("page 3: ") == true)
  }

  /// The second page of a review of two, changed, as the sequence judges it.
  private func judge(_ changes: [(String, String)], head: String = "") throws -> (PartSequence.Verdict, PartSequence) {
    let review = PagedReview(2)
    var sequence = try start(review.html(1))
    var html = review.html(2).replacing("</head>", with: head + "</head>")
    for (old, new) in changes {
      #expect(html.contains(old))
      html = html.replacing(old, with: new)
    }
    return (try take(html, &sequence), sequence)
  }

  private static let title = "The Long Night of the Lighthouse"
  private static let notFound = """
    <html><head><title>Page not found</title></head><body><h1>Page not found</h1>
    <p>Sorry, the page you are looking for does not exist.</p></body></html>
    """
  private static let canonical = "<link rel=\"canonical\" href=\"/film\">"

  @Test("A headline that counts pages is the same, and so is one that stands over a subheading of the page's own")
  func counted() throws {
    for suffix in [" – Page 2", " (2/2)", ", page 2 of 2"] {
      #expect(try judge([(Self.title, Self.title + suffix)]).0 == .part, "\(suffix)")
    }
    let (verdict, sequence) = try judge([("<div class=\"content\">", "<div class=\"content\"><h2>How it sounds</h2>")])
    #expect(verdict == .part)
    #expect(sequence.record.review.body.contains(.heading(level: 2, text: "How it sounds")))
  }

  @Test(
    "A page with a headline of its own belongs to the article when it names the first as canonical, and only then",
    arguments: ["A different headline entirely", "\(title): Part Two", "\(title) II", "\(title), part 2"])
  func headings(title: String) throws {
    let (alone, sequence) = try judge([(Self.title, title)])
    #expect(alone == .doubtful("it has another headline"))
    #expect(sequence.next == nil)
    #expect(sequence.record.review.bodyText == PagedReview(2).pages[0].joined(separator: "\n\n"))
    #expect(sequence.record.continuation?.address?.path == "/film/2")
    let (named, whole) = try judge([(Self.title, title)], head: Self.canonical)
    #expect(named == .part)
    #expect(whole.record.review.bodyText.contains("On page 2"))
  }

  @Test("Silence about author and day says nothing: another headline stays another headline")
  func silent() throws {
    let (verdict, _) = try judge([
      (Self.title, "Dune: Part Two"), ("Ida Marsh", ""),
      ("<meta property=\"article:published_time\" content=\"2024-03-01\">", ""),
    ])
    #expect(verdict == .doubtful("it has another headline"))
  }

  @Test(
    "Another author or another day is never taken in, whatever the headline and canonical say",
    arguments: [("Ida Marsh", "Tom Weir"), ("2024-03-01", "2025-01-01")])
  func otherWord(old: String, new: String) throws {
    for head in ["", Self.canonical] {
      guard case .doubtful = try judge([(old, new)], head: head).0 else {
        Issue.record("\(new) was not doubted")
        continue
      }
    }
    // Where nothing speaks for it, it is plainly another article.
    guard case .other = try judge([(old, new), (Self.title, "A Short Day at the Mill")]).0 else {
      Issue.record("\(new) was not told apart")
      return
    }
  }

  @Test("A site that names its front page as canonical on every page says nothing by that")
  func frontPage() throws {
    let root = "<link rel=\"canonical\" href=\"/\">"
    var review = PagedReview(2)
    review.head += root
    var sequence = try start(review.html(1))
    let other = review.html(2).replacing(review.title, with: "A Short Day at the Mill")
    #expect(try take(other, &sequence) == .doubtful("it has another headline"))
  }

  @Test("Where the next page leads elsewhere, to the front or to another review, nothing of that is taken in")
  func elsewhere() throws {
    let review = PagedReview(3)
    for place in ["/", "/new-review", "/film?page=3", "/other?page=2"] {
      var sequence = try start(review.html(1))
      guard case .doubtful = try take(review.html(2), &sequence, at: place) else {
        Issue.record("what stood at \(place) was taken in")
        continue
      }
      #expect(sequence.next == nil)
      #expect(sequence.record.continuation != nil)
    }
  }

  @Test("A page with the text of an earlier one is the end, and so is one that leads back")
  func repetition() throws {
    let review = PagedReview(3)
    var sequence = try start(review.html(1))
    #expect(try take(review.html(1), &sequence) == .repetition)
    #expect(sequence.next == nil)
    #expect(sequence.record.continuation == nil)
    var other = try start(review.html(1))
    #expect(try take(review.html(2), &other, at: "/film") == .repetition)
  }

  @Test("Behind other pages only the last one may come again, and name none behind it: all else is no end")
  func repetitionLater() throws {
    let review = PagedReview(5)
    func sequence() throws -> PartSequence {
      var sequence = try start(review.html(1))
      for number in 2...3 { #expect(try take(review.html(number), &sequence) == .part) }
      return sequence
    }
    for (number, next) in [(1, 5), (2, 5), (3, 5), (1, nil), (2, nil)] {
      var sequence = try sequence()
      let link = next.map { "<link rel=\"next\" href=\"/film/\($0)\">" } ?? ""
      let text = PagedReview(number).html(number).replacing("</head>", with: link + "</head>")
      #expect(try take(text, &sequence) == .doubtful("it repeats an earlier page"), "\(number)")
      #expect(sequence.record.continuation != nil)
    }
    var clamped = try sequence()
    #expect(try take(PagedReview(3).html(3), &clamped) == .repetition)
    #expect(clamped.record.continuation == nil)
  }

  @Test("A next page whose number is not the next one is not asked for, and the text is not said to be whole")
  func gap() throws {
    let review = PagedReview(2)
    var sequence = try start(review.html(1))
    let html = review.html(2).replacing("</head>", with: "<link rel=\"next\" href=\"/film/4\"></head>")
    #expect(try take(html, &sequence) == .part)
    #expect(sequence.next == nil)
    #expect(sequence.skipped?.path == "/film/4")
    #expect(sequence.record.continuation?.address?.path == "/film/4")
    var last = try start(review.html(1))
    #expect(try take(review.html(2), &last) == .part)
    #expect(last.skipped == nil)
    // Back to an earlier page goes nowhere.
    var back = try start(review.html(1))
    let loop = review.html(2).replacing("</head>", with: "<link rel=\"next\" href=\"/film/2\"></head>")
    #expect(try take(loop, &back) == .part)
    #expect((back.next, back.skipped) == (nil, nil))
  }

  @Test("Something in the place of a page is told: a page that is not found, a list")
  func obstacles() throws {
    let review = PagedReview(2)
    var sequence = try start(review.html(1))
    guard case .obstacle = try take(Self.notFound, &sequence) else {
      Issue.record("it was taken in")
      return
    }
  }

  @Test("The whole text on one page is asked for first, and is the text; the other fields are the first page's")
  func whole() throws {
    var review = PagedReview(3)
    let link = "<p><a href=\"/film?view=all\">View as a single page</a></p>"
    review.pages[0].append("And here it is dark.")
    let first = review.html(1).replacing("<p class=\"pager\">", with: link + "<p class=\"pager\">")
    var sequence = try start(first)
    #expect(sequence.next?.isWhole == true)
    #expect(sequence.next?.address.query == "view=all")
    var all = PagedReview(1)
    all.pages = [review.pages.flatMap(\.self)]
    let html = all.html(1).replacing("Ida Marsh", with: "Ida Marsh and staff")
    #expect(try take(html.replacing("Ida Marsh and staff", with: "Ida Marsh"), &sequence, at: "/film/all") == .part)
    #expect(sequence.next == nil)
    #expect(sequence.record.review.bodyText == review.text)
    #expect(sequence.record.review.authors.map(\.name) == ["Ida Marsh"])
    // A page that has not all of it is passed over, and the pages are asked for one by one.
    var other = try start(first)
    guard case .other = try take(review.html(2), &other, at: "/film/all") else {
      Issue.record("it was taken for the whole text")
      return
    }
    #expect(other.next?.address.path == "/film/2")
    var walled = try start(first)
    guard case .obstacle = try take(Self.notFound, &walled, at: "/film/all") else {
      Issue.record("it was taken for the whole text")
      return
    }
    #expect(walled.next?.address.path == "/film/2")
    other.giveUpWhole()
    #expect(try take(review.html(2), &other) == .part)
  }
}
