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
    let pages = try (1...3).map { try extractor.extract(page(review.html($0), review.path($0))) }
    let address = try #require(PageAddress("https://harbour.example/film"))
    let (again, count) = PartSequence.record(of: pages[0], Array(pages.dropFirst()), isWhole: false, at: [address])
    #expect(count == 2)
    #expect(again.review == read.review)
    #expect(again.provenance == read.provenance)
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
