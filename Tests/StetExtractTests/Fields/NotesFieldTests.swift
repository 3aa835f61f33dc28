import StetModel
import Testing

@Suite struct NotesFieldTests {
  private static let words = "A quiet book that stays with you."

  @Test(
    "The verdict is what stands under its heading, behind its label or in a plugin's box",
    arguments: [
      "<h2>The Verdict</h2><p>\(words)</p><h2>Where to buy</h2><p>At any good shop, and at some of the others.</p>",
      "<p><strong>Verdict:</strong> \(words)</p>", "<p><b>Fazit:</b><br>\(words)<br><br>More text behind it.</p>",
      #"<div class="review-summary"><p><strong>Summary : </strong> \#(words)</p></div>"#,
      #"<div class="x-review-box"><span class="block-title">SUMMARY</span><div>\#(words)</div></div>"#,
    ])
  func verdict(markup: String) throws {
    #expect(try ShortPage.review(markup, title: "Review: The Salt Road").verdict == Self.words)
  }

  @Test(
    "A mark is no verdict in words, and a summary outside a review's box is none",
    arguments: ["<p><strong>Verdict:</strong> 8/10, would read again</p>", "<h2>Summary</h2><p>\(words)</p>"])
  func none(markup: String) throws {
    #expect(try ShortPage.review(markup, title: "Review: The Salt Road").verdict == nil)
  }

  @Test("A box that holds both lists does not give the first for both")
  func both() throws {
    let markup = """
      <div class="review-pros-cons"><div class="review-pros"><p><strong>Pros</strong></p><ul><li>Light</li></ul></div>
      <div class="review-cons"><p><strong>Cons</strong></p><ul><li>Dear</li></ul></div></div>
      """
    let review = try ShortPage.review(markup, title: "Review: The Salt Road")
    #expect(review.pros == ["Light"])
    #expect(review.cons == ["Dear"])
  }
}
