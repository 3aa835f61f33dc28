import StetExtract
import StetModel
import Testing

/// A page of a few lines round what a test is about: a headline, a paragraph before it, one behind it.
enum ShortPage {
  /// What is read from the page.
  /// - Parameter above: what stands over the headline.
  static func review(
    _ middle: String, title: String = "A quiet film", above: String = "", status: Int = 200, path: String = "/a"
  ) throws -> Review {
    try Extractor(profiles: []).extract(try page(middle, title, above, status, path)).review
  }

  private static func page(
    _ middle: String, _ title: String, _ above: String, _ status: Int, _ path: String
  ) throws -> Page {
    let address = try #require(PageAddress("https://example.org" + path))
    let html = """
      <html><head><title>\(title)</title></head><body><article>\(above)<h1>\(title)</h1><div class="entry-content">
      <p>A first paragraph, which is long enough, and has commas enough, to be taken for a piece of running text.</p>
      \(middle)
      <p>A last paragraph, which ends the text as it began, with a sentence about nothing, at some leisurely length.</p>
      </div></article></body></html>
      """
    return Page(
      requested: address, final: address, status: status, body: Array(html.utf8),
      received: Timestamp(secondsSince1970: 1_767_225_600))
  }
}
