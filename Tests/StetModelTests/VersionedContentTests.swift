import StetModel
import Testing

/// `Review.versionedContent`: what makes a version, and what does not.
@Suite struct VersionedContentTests {
  private func isSame(_ change: (inout Review) -> Void) -> Bool {
    var changed = ReviewTests.whole
    change(&changed)
    // A change that changes nothing would prove nothing.
    return changed != ReviewTests.whole && changed.versionedContent == ReviewTests.whole.versionedContent
  }

  private func differs(_ change: (inout Review) -> Void) -> Bool {
    var changed = ReviewTests.whole
    change(&changed)
    return changed.versionedContent != ReviewTests.whole.versionedContent
  }

  @Test("Every field that the contract names makes a version")
  func versioned() {
    #expect(differs { $0.title = "A loud film" })
    #expect(differs { $0.title = nil })
    #expect(differs { $0.byline = "By Bo" })
    #expect(differs { $0.authors.removeLast() })
    #expect(differs { $0.authors.swapAt(0, 1) })
    #expect(differs { $0.authors[0].bio = "Ada wrote." })
    #expect(differs { $0.authors[0].url = "http://reviews.example/eda" })
    #expect(differs { $0.authorBio = nil })
    #expect(differs { $0.published = "2026-11-22" })
    #expect(differs { $0.lead = "Much happens." })
    #expect(differs { $0.tags.removeFirst() })
    #expect(differs { $0.tags[0].url = "http://reviews.example/tag/play" })
    #expect(differs { $0.categories.append(Term(name: "Art")) })
    #expect(differs { $0.rating?.value = .number(4) })
    #expect(differs { $0.rating?.best = 10 })
    #expect(differs { $0.item?.name = "Rush" })
    #expect(differs { $0.item?.year = 2025 })
    #expect(differs { $0.pros = [] })
    #expect(differs { $0.cons = ["Less"] })
    #expect(differs { $0.verdict = "Skip it." })
  }

  @Test("Another dress of the same signs makes no version")
  func typography() {
    let quoted = { (text: String) in
      var review = ReviewTests.whole
      review.title = text
      review.body = [.paragraph(text: text)]
      return review.versionedContent
    }
    #expect(quoted("“It’s” – fine…") == quoted("\"It's\" -- fine..."))
    #expect(quoted("It’s fine") != quoted("Its fine"))
  }

  @Test("Text and structure of the body make a version")
  func versionedBody() {
    #expect(differs { $0.body.removeLast() })
    #expect(differs { $0.body.swapAt(0, 1) })
    #expect(differs { $0.body[0] = .heading(level: 3, text: "The plot") })
    #expect(differs { $0.body[0] = .paragraph(text: "The plot") })
    #expect(differs { $0.body[1] = .paragraph(text: "It is loud.") })
    #expect(
      differs { $0.body[2] = .list(ordered: false, items: [ListItem(text: "One", items: [ListItem(text: "Inner")])]) })
    #expect(differs { $0.body[4] = .figure(src: "http://reviews.example/a.jpg", alt: "A hill", caption: "A hill") })
    #expect(differs { $0.body[6] = .code(text: "10  PRINT\n", language: "basic") })
  }

  @Test("What readers do not read makes no version: addresses of images, markup, links, counts, dates of change")
  func notVersioned() {
    #expect(isSame { $0.url = "https://reviews.example/film" })
    #expect(isSame { $0.kind = .article })
    #expect(isSame { $0.confidence = 0.1 })
    #expect(isSame { $0.modified = nil })
    #expect(isSame { $0.publishedText = "11/2026" })
    #expect(isSame { $0.breadcrumb = [] })
    #expect(isSame { $0.siteName = "Reviews" })
    #expect(isSame { $0.language = "en" })
    #expect(isSame { $0.images = [] })
    #expect(isSame { $0.links = [] })
    #expect(isSame { $0.comments = CommentState(count: 4) })
    #expect(isSame { $0.body[1] = .paragraph(text: "It is quiet.", markdown: "It is **quiet**.") })
    #expect(isSame { $0.body[4] = .figure(src: "http://cdn.example/b.webp", alt: "A hill", caption: "The hill") })
    #expect(isSame { $0.body[7] = .embed(src: "http://video.example/2", title: "Trailer") })
    #expect(isSame { $0.tags.swapAt(0, 1) })
  }

  @Test("White space, soft hyphens, zero-width characters and normal forms make no version")
  func normalisation() {
    #expect(isSame { $0.title = "  A\u{A0}quiet \n film\u{200B} " })
    #expect(isSame { $0.body[1] = .paragraph(text: "It\u{AD} is  quiet.") })
    #expect(isSame { $0.authors[0].url = "https://reviews.example/ada?utm_source=x#top" })
    var composed = Review(url: "u")
    composed.title = "Caf\u{E9}"
    var decomposed = composed
    decomposed.title = "Cafe\u{301}"
    #expect(composed.versionedContent == decomposed.versionedContent)
  }

  @Test(
    "Reading text has single spaces, none at the ends, and nothing invisible",
    arguments: [
      ("", ""), (" ", ""), ("a", "a"), (" a", "a"), ("a ", "a"), ("a  b", "a b"), ("a\t\u{2003}\n b", "a b"),
      ("\u{FEFF}a\u{2060}b", "ab"), ("a \u{200B} b", "a b"), ("日\u{3000}本", "日 本"),
    ])
  func readingText(text: String, expected: String) {
    #expect(ReadingText.normalized(text) == expected)
    #expect(ReadingText.normalized(expected) == expected)
  }
}
