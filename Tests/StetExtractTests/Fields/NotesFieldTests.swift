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

  @Test(
    "Pros and cons are lists, lines of boxes called so, or the cells under such labels",
    arguments: [
      #"<p class="plus">+ Light<br>+ Dry</p><p class="minus">- Dear</p>"#,
      #"<div class="pros"><div>The good</div><div>Light</div><div>Dry</div></div><div class="cons"><div>Dear</div></div>"#,
      "<table><tr><th>Pros</th><th>Cons</th></tr><tr><td><ul><li>Light</li><li>Dry</li></ul></td><td><ul><li>Dear</li></ul></td></tr></table>",
    ])
  func lines(markup: String) throws {
    let review = try ShortPage.review(markup, title: "Review: The Salt Road")
    #expect(review.pros == ["Light", "Dry"])
    #expect(review.cons == ["Dear"])
  }

  @Test("Of several things with their pros and cons none has the page's")
  func several() throws {
    let markup = "<h3>Pros</h3><ul><li>Light</li></ul><h3>Verdict</h3><p>\(Self.words)</p>"
    let review = try ShortPage.review(markup, title: "The best kettles of the year")
    #expect(review.pros.isEmpty)
    #expect(review.verdict == nil)
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

  @Test(
    "A list that words part from the label is another's, and so is one of numbers",
    arguments: [
      "<p><b>Pros</b>: light, dry. <b>Cons</b>: dear.</p><ul><li>Light</li><li>Dry</li></ul>",
      "<p><b>Pros</b></p><ul><li>85</li><li>4.5</li></ul>",
    ])
  func strangers(markup: String) throws {
    let review = try ShortPage.review(markup, title: "Review: The Salt Road")
    #expect(review.pros == [])
    #expect(review.cons == [])
  }
}
