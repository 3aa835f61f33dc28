import StetModel
import Testing

@testable import StetDiff

@Suite struct HTMLDiffTests {
  private func plain(_ html: String) -> String {
    html.replacing(#/<span class="unseen" lang="en" dir="ltr">[a-z]+: <\/span>/#, with: "")
  }

  @Test("Changes are marked by del and ins, unchanged blocks folded away")
  func marks() throws {
    let old = Snapshots.review(["One stays.", "The hero dies in the end."])
    var new = Snapshots.review(["One stays.", "The hero lives in the end.", "Go."])
    new.title = "The Defector"
    let html = plain(HTMLDiff.fragment(try Snapshots.diff(old, new)))
    #expect(html.contains("The hero<del> dies</del><ins> lives</ins> in the end."))
    #expect(html.contains("<ins>Go.</ins>"))
    #expect(
      html.contains("<summary>1 paragraph unchanged</summary>\n<div class=\"text\" dir=\"auto\">One stays.</div>"))
    #expect(html.contains("<dd><ins dir=\"auto\">The Defector</ins></dd>"))
    #expect(html.contains("<b class=\"correction\">correction</b>"))
  }

  @Test("Each change has an id, and leads to the one before and after")
  func anchors() throws {
    var old = Snapshots.review(["One stays.", "The hero dies in the end."])
    var new = Snapshots.review(["One stays.", "The hero lives in the end.", "Go."])
    old.title = "The Deserter"
    new.title = "The Defector"
    new.links = [ReviewLink(url: "http://other.example/", text: "other")]
    let diff = try Snapshots.diff(old, new)
    #expect(HTMLDiff.changeCount(diff) == 3)
    for layout in [HTMLDiff.Layout.inline, .sideBySide] {
      let html = HTMLDiff.fragment(diff, layout: layout, anchors: "p7-")
      let ids = html.matches(of: #/ change" id="([^"]*)" tabindex="-1"/#).map { String($0.1) }
      #expect(ids == ["p7-1", "p7-2", "p7-3"])
      let links = html.matches(of: #/href="#([^"]*)" aria-label="(next|previous)/#).map { "\($0.2) \($0.1)" }
      #expect(links == ["next p7-2", "previous p7-1", "next p7-3", "previous p7-2"])
      #expect(html.contains("aria-labelledby=\"p7-3-what\"><p class=\"what\" id=\"p7-3-what\">paragraph added"))
    }
  }

  @Test("Side by side, each side has its own text, and what only it has is marked")
  func sideBySide() throws {
    let old = Snapshots.review(["Fades out.", "The hero dies in the end.", "Stays."])
    let new = Snapshots.review(["The hero lives in the end.", "Stays.", "Opens anew."])
    let html = plain(HTMLDiff.fragment(try Snapshots.diff(old, new), layout: .sideBySide))
    let pairs = html.matches(
      of: #/<div class="pair"><div class="text old"(.*?)<\/div><div class="text new"(.*?)<\/div>/#
    )
    .map { "\($0.1) | \($0.2)" }
    #expect(
      pairs == [
        " dir=\"auto\"><del>Fades out.</del> | >",
        " dir=\"auto\">The hero<del> dies</del> in the end. |  dir=\"auto\">The hero<ins> lives</ins> in the end.",
        " dir=\"auto\">Stays. |  dir=\"auto\">Stays.",
        "> |  dir=\"auto\"><ins>Opens anew.</ins>",
      ])
  }

  @Test("A text stands in its record's language, and what is ours in ours")
  func languages() throws {
    var old = Snapshots.review(["הסרט ארוך ויפה מאוד."])
    var new = Snapshots.review(["הסרט קצר ויפה מאוד."])
    (old.language, new.language) = ("he", "he")
    (old.title, new.title) = ("הלילה", "היום הגדול")
    let html = HTMLDiff.fragment(try Snapshots.diff(old, new))
    #expect(html.contains("<div class=\"text\" lang=\"he\" dir=\"auto\">"))
    #expect(
      html.contains(
        "<del lang=\"he\" dir=\"auto\"><span class=\"unseen\" lang=\"en\" dir=\"ltr\">removed: </span>הלילה"))
    // Without a direction of its own, an English word in front would turn the whole text round.
    #expect(!html.contains("<span class=\"unseen\" lang=\"en\">"))

    old.language = "yi"
    let translated = HTMLDiff.fragment(try Snapshots.diff(old, new))
    #expect(translated.contains("<div class=\"text\" lang=\"he\" dir=\"auto\">הסרט<del lang=\"yi\">"))
  }

  @Test("A feed reader gets no ids, no hidden words and no unchanged text")
  func feed() throws {
    let old = Snapshots.review(["One stays.", "The hero dies in the end."])
    let new = Snapshots.review(["One stays.", "The hero lives in the end."])
    let html = HTMLDiff.fragment(try Snapshots.diff(old, new), layout: .feed)
    #expect(!html.contains(" id="))
    #expect(!html.contains("unseen"))
    #expect(!html.contains("One stays."))
    #expect(html.contains("<p class=\"unchanged\">… 1 paragraph unchanged …</p>"))
    #expect(html.contains("The hero<del> dies</del><ins> lives</ins> in the end."))
  }

  @Test("Lines of a text stay lines, in code as they are")
  func lines() throws {
    var old = Snapshots.review([])
    var new = Snapshots.review([])
    func list(_ items: String...) -> Block { .list(ordered: false, items: items.map { ListItem(text: $0) }) }
    old.body = [.code(text: "let a = 1\nlet b = 2", language: nil), list("roses", "violets and a long line")]
    new.body = [.code(text: "let a = 1\nlet b = 3", language: nil), list("roses", "violets and a long song")]
    let html = plain(HTMLDiff.fragment(try Snapshots.diff(old, new)))
    #expect(html.contains("<div class=\"text code\" dir=\"auto\">let a = 1\nlet b ="))
    #expect(html.contains("roses<br>\nviolets and a long<del> line</del><ins> song</ins>"))
  }

  @Test("Nothing of a page is markup, whichever field it comes through", arguments: HTMLDiff.Layout.allCases)
  func hostile(_ layout: HTMLDiff.Layout) throws {
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
      review.language = "\"><script>alert(2)</script>"
      return review
    }
    let page = HTMLDiff.page(try Snapshots.diff(review("one"), review("two")), layout: layout)
    #expect(!page.contains("<script"))
    #expect(!page.contains("<img"))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("Content-Security-Policy\" content=\"default-src 'none';"))
  }

  @Test("No difference is said")
  func equal() throws {
    #expect(
      HTMLDiff.fragment(try Snapshots.diff(Snapshots.review(["a"]), Snapshots.review(["a"]))).contains("No difference.")
    )
  }

  @Test("A page that is gone is one change")
  func gone() throws {
    let html = HTMLDiff.fragment(try Snapshots.diff(Snapshots.review(["a"]), nil))
    #expect(html.contains("<dd>The page is gone.</dd>"))
    #expect(html.contains("id=\"change-1\""))
    #expect(!html.contains("class=\"step\""))
  }
}
