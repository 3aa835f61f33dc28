import Testing

@testable import StetReadingRoom

@Suite("Markup")
struct MarkupTests {
  @Test("A text put into markup is escaped; markup is not")
  func escapes() {
    let title = "<script>alert(\"1\")</script> & 'more'"
    let heading: Markup = "<h1>\(title)</h1>"
    #expect(heading.html == "<h1>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;</h1>")
    let page: Markup = "<main>\([heading, "<hr>"])</main>"
    #expect(page.html.contains("</h1>\n<hr>"))
    #expect(!page.html.contains("<script"))
  }
}
