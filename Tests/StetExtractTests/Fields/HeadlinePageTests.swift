import StetExtract
import StetModel
import Testing

@Suite struct HeadlinePageTests {
  @Test(
    "What stands before the headline in an element of its own, a kicker, a label or a date, is no part of it",
    arguments: [
      #"<span class="article__kicker">On the stage</span> The quiet film returns"#,
      #"<span class="card-label">News</span><span class="headline">The quiet film returns</span>"#,
      #"<a href="/a"><span class="topline"><span class="date">3 May 2012</span></span>The quiet film returns</a>"#,
      #"<time datetime="2012-05-03">3 May 2012</time> The quiet film returns"#,
      #"<small>Cinema</small> <span class="date">3 May</span> The quiet film returns"#,
      #"The quiet film returns <button>Copy link</button>"#,
    ])
  func kicker(heading: String) throws {
    #expect(try review(heading, title: "The quiet film returns").title == "The quiet film returns")
  }

  @Test(
    "What a colon or a dash joins to the headline belongs to it",
    arguments: [
      (#"<span class="kicker">Harbour town:</span> The quiet film returns"#, "Harbour town: The quiet film returns"),
      (#"<span class="kicker">Harbour town</span> – The quiet film returns"#, "Harbour town – The quiet film returns"),
    ])
  func joined(heading: String, title: String) throws {
    #expect(try review(heading, title: title).title == title)
  }

  @Test(
    "A headline that is marked up in parts is read whole",
    arguments: [
      #"The <em>quiet</em> film returns"#, #"<span class="first-line">The quiet film</span> returns"#,
      #"<span class="date">The quiet film returns</span>"#, #"<i class="label"></i>The quiet film returns"#,
    ])
  func whole(heading: String) throws {
    #expect(try review(heading, title: "The quiet film returns").title == "The quiet film returns")
  }

  @Test(
    "A name beside its own portrait, or beside the sign of a person, between headline and text is the author's",
    arguments: [
      #"<p><img src="a.jpg" alt="Ada Example"> Ada Example</p>"#,
      #"<p><a title="Ada Example"><img src="a.jpg" alt="Portrait of Ada Example"><span>Ada Example</span></a></p>"#,
      #"<ul><li><i class="bi bi-person"></i> Ada Example</li><li><i class="bi bi-clock"></i> 3 May 2012</li></ul>"#,
      #"<p>Ada Example | Senior Writer | 3 May 2012</p>"#,
    ])
  func author(line: String) throws {
    #expect(try review("The quiet film returns", line).authors.map(\.name) == ["Ada Example"])
  }

  @Test(
    "Portraits of several people, and of nobody who is named, name no author",
    arguments: [
      #"<p><img src="a.jpg" alt="Ada Example"> Ada Example</p><p><img src="b.jpg" alt="Bo Sample"> Bo Sample</p>"#,
      #"<p><img src="a.jpg" alt="The harbour"> Ada Example</p>"#,
      #"<p><i class="bi bi-clock"></i> Ada Example</p>"#,
      #"<p>The Harbour | A Town | 3 May 2012</p>"#,
    ])
  func noAuthor(line: String) throws {
    #expect(try review("The quiet film returns", line).authors.isEmpty)
  }

  /// What is read from a page with this heading and these lines under it.
  private func review(
    _ heading: String, _ under: String = "", title: String = "The quiet film returns"
  ) throws -> Review {
    let address = try #require(PageAddress("https://example.org/a"))
    let text = "A paragraph, which is long enough, and has commas enough, to be taken for a piece of running text. "
    let html = """
      <html><head><title>\(title)</title></head><body><article><h1>\(heading)</h1>\(under)<div class="entry-content">
      <p>\(text)</p><p>\(text)\(text)</p><p>\(text)</p></div></article></body></html>
      """
    let page = Page(
      requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 1_767_225_600))
    return try Extractor(profiles: []).extract(page).review
  }
}
