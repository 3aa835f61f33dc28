import StetModel
import Testing

@Suite struct BreadcrumbFieldTests {
  private func breadcrumb(_ above: String, path: String = "/culture/talks/harbour-22") throws -> [String] {
    try ShortPage.review("", above: above, path: path).breadcrumb.map(\.name)
  }

  @Test(
    "Links that go down from the front page, by the marks between them or by their addresses, are the way to the page",
    arguments: [
      #"<div class="x"><a href="/">Home</a> › <a href="/c">Culture</a> › <a href="/t">Talks</a></div>"#,
      #"<p><a href="https://example.org/">Home</a> &gt; <a href="/c">Culture</a> &gt; <a href="/t">Talks</a></p>"#,
      #"<ol class="yol"><li><a href="/">Home</a></li><li><a href="/culture">Culture</a></li><li><a href="/culture/talks">Talks</a></li></ol>"#,
    ])
  func trail(markup: String) throws {
    #expect(try breadcrumb(markup) == ["Home", "Culture", "Talks"])
  }

  @Test(
    "Menus, and links elsewhere, are none",
    arguments: [
      #"<div><a href="/">Home</a> | <a href="/c">Culture</a> | <a href="/t">Talks</a></div>"#,
      #"<ul><li><a href="/">Home</a></li><li><a href="/culture">Culture</a></li><li><a href="/sports">Sports</a></li></ul>"#,
      #"<ul><li><a href="/">Home</a></li><li><a href="/sports">Sports</a></li><li><a href="/sports/ball">Ball</a></li></ul>"#,
      #"<div><a href="/">Home</a> / <a href="/about">About</a> / <a href="/contact">Contact</a></div>"#,
      #"<div><a href="/c">Culture</a> › <a href="/t">Talks</a></div>"#,
    ])
  func menu(markup: String) throws {
    #expect(try breadcrumb(markup) == [])
  }
}
