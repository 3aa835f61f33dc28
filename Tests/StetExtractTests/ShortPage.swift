import StetExtract
import StetModel
import Testing

/// A page of a few lines round what a test is about: a headline, a paragraph before it, one behind it.
enum ShortPage {
  /// What is read from the page.
  /// - Parameters:
  ///   - above: what stands over the headline.
  ///   - below: what stands between the headline and the text.
  ///   - end: what ends the text.
  ///   - behind: what stands behind the article.
  static func review(
    _ middle: String, title: String = "A quiet film", above: String = "", below: String = "",
    end: String = "", behind: String = "", status: Int = 200, path: String = "/a"
  ) throws -> Review {
    try Extractor(profiles: []).extract(try page(middle, title, (above, below, end, behind), status, path)).review
  }

  private static func page(
    _ middle: String, _ title: String, _ round: (above: String, below: String, end: String, behind: String),
    _ status: Int, _ path: String
  ) throws -> Page {
    let address = try #require(PageAddress("https://example.org" + path))
    let html = """
      <html><head><title>\(title)</title></head><body><article>\(round.above)<h1>\(title)</h1>\(round.below)<div class="entry-content">
      <p>A first paragraph, which is long enough, and has commas enough, to be taken for a piece of running text.</p>
      \(middle)
      <p>A last paragraph, which ends the text as it began, with a sentence about nothing, at some leisurely length.</p>
      \(round.end)</div></article>\(round.behind)</body></html>
      """
    return Page(
      requested: address, final: address, status: status, body: Array(html.utf8),
      received: Timestamp(secondsSince1970: 1_767_225_600))
  }
}
