import StetModel
import Testing

@Suite struct RatingFieldTests {
  @Test(
    "The reviewer's rating is read however it is drawn",
    arguments: [
      (#"<div class="review-total-wrapper"><span class="review-total-box score">8.5</span></div>"#, 8.5, nil),
      (
        #"<div class="rating"><i class="fa fa-star"></i><i class="fa fa-star"></i><i class="fa fa-star-half-o"></i><i class="fa fa-star-o"></i><i class="fa fa-star-o"></i></div>"#,
        2.5, 5
      ),
      (
        #"<div class="rating"><span class="star-on icon-star"></span><span class="icon-star"></span><span class="icon-star"></span><span class="icon-star-empty"></span></div>"#,
        3, 4
      ),
      (#"<div class="rating" role="img" aria-label="4 out of 5 stars"></div>"#, 4, 5),
      (#"<div class="yasr-rating"><div data-rating="4.5"></div></div>"#, 4.5, nil),
      (#"<p class="rating"><meter value="7" max="10"></meter></p>"#, 7, 10),
      (#"<div class="star-rating"><span style="width:70%"></span></div>"#, 3.5, 5),
      (
        #"<div class="stars"><i class="icon-star"></i><i class="icon-star"></i><i class="icon-star"></i><i class="icon-star"></i><i class="icon-star"></i><div class="filled" style="width:80%"><i class="icon-star"></i><i class="icon-star"></i><i class="icon-star"></i><i class="icon-star"></i><i class="icon-star"></i></div></div>"#,
        4, 5
      ),
      (#"<p><img src="/img/3_half_stars.gif"></p>"#, 3.5, 5),
      (#"<p><img src="/img/4stars.png"></p>"#, 4, 5),
      (#"<p><img src="/img/x.gif" alt="4 stars"></p>"#, 4, nil),
      ("<p>Three and a half stars</p>", 3.5, nil), ("<p>Vier von fünf Sternen</p>", 4, 5),
      (#"<svg role="img" aria-label="4 out of 5 stars"><path d="M1 1"/></svg>"#, 4, 5),
      (
        #"<div class="elementor-widget-counter"><div><b class="elementor-counter-number">8.2</b><i>/10</i></div></div>"#,
        8.2, 10
      ),
      (#"<div title="4 out of 5 thumbs up, our verdict"><i></i><i></i></div>"#, 4, 5),
      (#"<img src="star.gif"> <img src="star.gif"> <img src="star.gif"> <img src="nostar.gif">"#, 3, 4),
      (#"<div class="voto-box"><div>VOTO</div><div class="voto">7</div><div>/10</div></div>"#, 7, 10),
      ("<table><tr><th>Rating</th><td>8</td></tr></table>", 8, nil), ("<p>Grade: 7/10</p>", 7, 10),
      ("<p><strong>Verdict:</strong> ★★★½</p>", 3.5, nil), ("<p>Terningkast 5</p>", 5, nil),
      (
        "<p>A line about nothing, of some length, with a comma.<br>My rating: <a href='/r'>4 of 5 stars</a><br>And more, at length, with commas.</p>",
        4, 5
      ),
    ] as [(String, Double, Double?)])
  func drawn(markup: String, value: Double, best: Double?) throws {
    let review = try ShortPage.review(markup, title: "Review: The Night Ferry")
    #expect(review.rating?.value == .number(value))
    #expect(review.rating?.best == best)
  }

  @Test(
    "What buyers, readers and other pages' reviewers gave is no rating, least of all on a page that is no review",
    arguments: [
      #"<div class="rating"><span>4.7 out of 5</span></div>"#,
      #"<p><span class="stars">★★★★★</span> “Great firm!”</p>"#,
      "<table><tr><td>Kettle A</td><td>7.3/10</td></tr><tr><td>Kettle B</td><td>8.1/10</td></tr></table>",
      "<ul><li>Customer reviews: 4.5 out of 5</li></ul>", #"<div class="score">79</div>"#,
      "<p>Only 2.4% of all ferries</p>",
      #"<p><img src="/i/5stars.png" alt="5 stars"></p>"#,
    ])
  func votes(markup: String) throws {
    let review = try ShortPage.review(markup, title: "How to take a ferry at night")
    #expect(review.rating == nil)
    #expect(review.kind != .review)
  }

  @Test(
    "What other sites sum up, and what readers gave, is not the reviewer's, nor is what stands in a link",
    arguments: [
      "<ul><li>Metacritic: 71/100</li><li>Rotten Tomatoes: 88%</li></ul>", "<p>IMDb: 6.9/10</p>",
      #"<p><a href="/other">The Day Ferry: 8/10</a></p>"#,
      #"<div class="stars" role="img" aria-label="Rated 4 out of 5 based on 1 rating"></div>"#,
      "<p>Food 8/10<br>Service 6/10<br>Quiet 9/10</p>", "<p>Το κοινό ψήφισε: 4,4/5</p>",
      "<p>Ocena publiczności: 4/5</p>",
    ])
  func others(markup: String) throws {
    #expect(try ShortPage.review(markup, title: "Review: The Night Ferry").rating == nil)
  }

  private static let byline = #"<p class="byline">By Ada Example</p>"#

  @Test(
    "A line that says that it is the rating, and a row of stars, are one on a page that nothing else calls a review",
    arguments: [
      "<div>Our rating: two stars out of five</div>", "<p>★★☆☆☆</p>", "<p>Ma note : 2/5</p>",
      "<table><tr><td>Rating: ★★ out of 5</td></tr></table>",
    ])
  func unannounced(markup: String) throws {
    let rating = try ShortPage.review(Self.byline + markup).rating
    #expect(rating?.value == .number(2))
    #expect(rating?.best == 5)
  }

  @Test(
    "On such a page what is not plainly the reviewer's is no rating",
    arguments: [
      "<p>Nutri-Score: C</p>", "<p>Final: A</p>", "<ul><li>Keeper: rating 7/10</li></ul>", "<p>Total: 45/60</p>",
      "<p>Note 3/5</p>", "<p>●○○○○</p>", "<blockquote><p>Lovely soap!</p><p>★★★★☆</p></blockquote>",
      #"<p>Difficulty <span title="3 of 5 points"></span></p>"#, #"<div title="Total: 40 %"></div>"#,
      #"<div><span aria-label="4.7 out of 5 stars"></span> (231)</div>"#,
      #"<div><img src="star.gif"><img src="star.gif"><img src="star.gif"><img src="star.gif"><img src="star.gif"></div>"#,
    ])
  func notItsOwn(markup: String) throws {
    #expect(try ShortPage.review(Self.byline + markup).rating == nil)
  }

  @Test(
    "On a review, too, drawings that say something of other words beside them are none",
    arguments: [
      #"<div><h4>Another film</h4><div aria-label="1 out of 5 stars"></div></div>"#,
      #"<button aria-label="Rate it 5 out of 5 stars"></button>"#, #"<label title="5 out of 5 stars"></label>"#,
      #"<div role=progressbar aria-label="5 of 20 points"></div>"#,
      #"<div class="photo-counter"><span>1 / 10</span></div>"#,
    ])
  func ofOtherThings(markup: String) throws {
    #expect(try ShortPage.review(markup, title: "Review: The Night Ferry").rating == nil)
  }

  @Test("A grade with its label at the end of a signed text is a rating, and one within a sentence is none")
  func unannouncedGrade() throws {
    let grade = try ShortPage.review(Self.byline + "<p>My grade: B+</p>").rating
    #expect(grade?.value == .grade("B+"))
    #expect(try ShortPage.review(Self.byline + "<p>They gave her a B+ in the end, and a plum.</p>").rating == nil)
  }

  @Test(
    "What counts the pictures of a gallery or the pages of a text is no rating",
    arguments: [
      #"<div class="slideshow"><img src="a.jpg"><span>3/10</span></div>"#, #"<p id="imageCounter">1/10</p>"#,
      #"<figure><img src="a.jpg"><figcaption>2/10</figcaption></figure>"#, #"<div class="paging pager">4 / 5</div>"#,
    ])
  func counter(markup: String) throws {
    #expect(try ShortPage.review(markup, title: "Review: The Night Ferry").rating == nil)
  }

  @Test("Sub-scores are not the rating; what is called the total is")
  func total() throws {
    let parts = """
      <div class="scores"><p class="score">Story 6/10</p><p class="score">Sound 9/10</p><p class="score">Sea 7/10</p>
      """
    let without = try ShortPage.review(parts + "</div>", title: "Review: The Night Ferry")
    #expect(without.rating == nil)
    let with = try ShortPage.review(
      parts + #"<p class="score total-score">Overall 7.5/10</p></div>"#, title: "Review: The Night Ferry")
    #expect(with.rating?.value == .number(7.5))
  }

  @Test("A letter behind a label, alone in the last line of a signed text, is a grade")
  func grade() throws {
    func rating(_ end: String) throws -> Rating.Value? {
      try ShortPage.review(Self.byline, title: "A quiet night", end: end).rating?.value
    }
    #expect(try rating("<p><strong>Grade: A-</strong></p>") == .grade("A-"))
    #expect(try rating("<ul><li>Grade: A-</li></ul>") == nil)
    #expect(try ShortPage.review(Self.byline + "<p>Grade: A-</p>", title: "A quiet night").rating == nil)
  }

  @Test("A rating in a link to another page, outside the article, is that page's")
  func linked() throws {
    let more =
      #"<section><a href="/b"><b>Another play</b><span class="rating" title="Rating: 2 of 5"></span></a></section>"#
    #expect(try ShortPage.review("", title: "Review: The Night Ferry", behind: more).rating == nil)
  }
}
