import StetModel
import Testing

@testable import StetDiff

@Suite struct HTMLDiffTests {
  @Test("Changes are marked by del and ins, unchanged blocks folded away")
  func marks() throws {
    let old = Snapshots.review(["One stays.", "The hero dies in the end."])
    var new = Snapshots.review(["One stays.", "The hero lives in the end.", "Go."])
    new.title = "The Defector"
    let html = HTMLDiff.fragment(try Snapshots.diff(old, new))
    #expect(html.contains("The hero<del> dies</del><ins> lives</ins> in the end."))
    #expect(html.contains("<ins>Go.</ins>"))
    #expect(html.contains("<details><summary>1 paragraph unchanged</summary><p dir=\"auto\">One stays.</p></details>"))
    #expect(html.contains("<th scope=\"row\">title</th><td><ins>The Defector</ins></td>"))
    #expect(html.contains("<b class=\"correction\">correction</b>"))
  }

  @Test("Nothing of a page is markup, whichever field it comes through")
  func hostile() throws {
    let payload = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
    func review(_ end: String) -> Review {
      var review = Snapshots.review([payload + " " + end, "\(payload) only \(end)"])
      review.title = payload + end
      review.byline = payload + end
      review.authors = [Author(name: payload + end, url: "javascript:alert(1)", bio: payload)]
      review.authorBio = payload + end
      review.published = payload + end
      review.lead = payload + end
      review.tags = [Term(name: payload + end, url: "javascript:alert(1)")]
      review.rating = Rating(value: .grade(payload + end), text: payload)
      review.item = ReviewItem(type: payload, name: payload + end)
      review.pros = [payload + end]
      review.verdict = payload + end
      review.links = [ReviewLink(url: "javascript:alert('\(end)')", text: payload)]
      return review
    }
    let page = HTMLDiff.page(try Snapshots.diff(review("one"), review("two")))
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("Content-Security-Policy"))
  }

  @Test("No difference is said")
  func equal() throws {
    #expect(
      HTMLDiff.fragment(try Snapshots.diff(Snapshots.review(["a"]), Snapshots.review(["a"]))).contains("No difference.")
    )
  }
}
