import StetModel
import Testing

@testable import StetExtract

/// Which addresses are the next page of the same article.
@Suite struct PageNumberTests {
  private func isNext(_ next: String, _ own: String) throws -> Bool {
    let base = try #require(PageAddress("https://harbour.example/"))
    return PageNumber(try #require(base.resolving(own))).isNext(try #require(base.resolving(next)))
  }

  @Test(
    "The address with the next number is the next page",
    arguments: [
      ("/story/2", "/story"), ("/story/2/", "/story/"), ("/story/page/2", "/story"), ("/story?page=2", "/story"),
      ("/story?page=3", "/story?page=2"), ("/story/page/11", "/story/page/10"), ("/story-2.html", "/story.html"),
      ("/story-seite-2.html", "/story.html"), ("/story.html?p=2", "/story.html"), ("/a.php?id=7&page=2", "/a.php?id=7"),
      ("/story,2.html", "/story,.html"),
    ])
  func next(next: String, own: String) throws { #expect(try isNext(next, own)) }

  @Test(
    "Other articles, other numbers and readers' comments are not",
    arguments: [
      ("/archive/124", "/archive/123"), ("/story/3", "/story"), ("/story", "/story/2"), ("/story/1", "/story"),
      ("/other/2", "/story"), ("/story/comment-page-2", "/story"), ("/story?replytocom=2", "/story"),
      ("/2024/05/other", "/2024/04/story"), ("/story2", "/story"), ("https://elsewhere.example/story/2", "/story"),
      ("/story#2", "/story"),
    ])
  func others(next: String, own: String) throws { #expect(try !isNext(next, own)) }
}
