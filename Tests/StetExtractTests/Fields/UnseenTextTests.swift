import StetExtract
import StetModel
import Testing

@Suite struct UnseenTextTests {
  /// Zero-width space, non-joiner, joiner, byte order mark, soft hyphen, word joiner, marks of direction, fillers.
  static let unseen = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{200E}\u{200F}", "\u{202E}",
    "\u{2066}\u{2069}",
    "\u{61C}", "\u{3164}", "\u{2800}", "\u{200D} \u{A0}\u{200B}",
  ]

  @Test("A text of which a reader sees nothing is no title, no site's name, no author and no term", arguments: unseen)
  func absent(text: String) throws {
    let review = try ShortPage.review(
      """
      <meta property="og:site_name" content="\(text)"><meta property="og:title" content="\(text)">
      <meta name="author" content="\(text)">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"\(text)","author":"\(text)"}</script>
      <p class="byline">\(text)</p><p class="lead">\(text)</p>
      <p class="tags">Tags: <a href="/tag/fog" rel="tag">Fog</a>, <a href="/tag/none" rel="tag">\(text)</a></p>
      """, title: text)
    #expect(review.title == nil)
    #expect(review.siteName == nil)
    #expect(review.authors.isEmpty)
    #expect(review.byline == nil)
    #expect(review.lead == nil)
    #expect(review.tags.map(\.name) == ["Fog"])
  }

  @Test("What is seen is kept, signs and letters of every script", arguments: ["★★★", "?", "猫", "é", "أ", "🙂"])
  func kept(text: String) throws { #expect(try ShortPage.review("", title: text).title == text) }

  @Test("Soft hyphens and zero-width spaces are no part of a headline, joiners are")
  func parts() throws {
    #expect(try ShortPage.review("", title: "Har&shy;bour\u{200B}master").title == "Harbourmaster")
    #expect(try ShortPage.review("", title: "A 👩\u{200D}🚀 returns").title == "A 👩\u{200D}🚀 returns")
    #expect(try ShortPage.review("", title: "می\u{200C}خواهم").title == "می\u{200C}خواهم")
  }
}
