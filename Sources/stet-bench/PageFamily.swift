/// Pages of one shape at any size, to see whether the cost of a page grows faster than its length.
struct PageFamily: Sendable {
  /// What there is much of.
  let name: String
  private let opening: String
  private let closing: String
  private let piece: @Sendable (Int) -> String
  private let ending: String

  /// - Parameters:
  ///   - opening: stands before the pieces; `closing` behind them.
  ///   - piece: what is repeated; it is told how often it has been.
  ///   - ending: is repeated behind the pieces, as often as they: end tags.
  private init(
    _ name: String, opening: String = "", closing: String = "", ending: String = "",
    _ piece: @escaping @Sendable (Int) -> String
  ) {
    self.name = name
    self.opening = opening
    self.closing = closing
    self.ending = ending
    self.piece = piece
  }

  /// A page of about so many bytes.
  func page(bytes: Int) -> [UInt8] {
    var page = Array((Self.head + opening).utf8)
    page.reserveCapacity(bytes + 1_024)
    var count = 0
    while page.count + count * ending.utf8.count < bytes {
      page.append(contentsOf: piece(count).utf8)
      count += 1
    }
    let endings = Array(ending.utf8)
    for _ in 0..<count { page.append(contentsOf: endings) }
    page.append(contentsOf: (closing + Self.foot).utf8)
    return page
  }

  private static let sentence = "The keepers wait for a boat that is three weeks late, and the camera waits with them. "

  private static let head = """
    <!DOCTYPE html><html lang="en"><head><title>The Long Night | The Second Reel</title></head><body>
    <header><a href="/">The Second Reel</a></header><article><h1>The Long Night</h1><p class="byline">By Ida Marsh</p>
    <p>\(sentence)\(sentence)</p><p>\(sentence)\(sentence)</p>
    """

  private static let foot = "<p>\(sentence)</p></article><footer>The Second Reel</footer></body></html>"

  private static func script(
    _ name: String, opening: String, closing: String, _ piece: @escaping @Sendable (Int) -> String
  )
    -> PageFamily
  {
    PageFamily(
      name, opening: "<script type=\"application/ld+json\">" + opening, closing: closing + "</script>", piece)
  }

  /// Every family.
  static let all: [PageFamily] = nested + named + inline + text + boxes + data + credits

  private static let nested: [PageFamily] = [
    PageFamily("nested div", ending: "</div>") { _ in "<div>" },
    PageFamily("nested div, text at each", ending: "</div>") { "<div>word \($0) " },
    PageFamily("nested div, paragraph at each", ending: "</div>") { _ in "<div><p>" + sentence + "</p>" },
    PageFamily("nested div, class at each", ending: "</div>") { _ in "<div class=\"post-content sidebar\">" },
    PageFamily("nested section, never closed") { _ in "<section><p>" + sentence },
    PageFamily("nested b", ending: "</b>") { _ in "<b>x" },
    PageFamily("nested em and span", opening: "<p>", ending: "</span></em>") { _ in "<em><span>x " },
    PageFamily("nested a, never closed") { "<a href=\"/\($0)\">x " },
    PageFamily("nested blockquote", ending: "</blockquote>") { _ in "<blockquote><p>said" },
    PageFamily("nested lists", ending: "</li></ul>") { _ in "<ul><li>one" },
    PageFamily("nested tables", ending: "</td></tr></table>") { _ in "<table><tr><td>one" },
    PageFamily("nested figure", ending: "</figure>") { _ in "<figure><img src=a.jpg>" },
    PageFamily("nested unknown elements", ending: "</x-y>") { _ in "<x-y>one " },
    PageFamily("nested headings, never closed") { _ in "<h2>part" },
    PageFamily("end tags that match nothing", opening: "<div><b>") { _ in "</i>" },
    PageFamily("misnested b and i") { _ in "<b><i>x</b></i>" },
    PageFamily("p in p") { _ in "<p>x<p>" },
  ]

  /// Elements in each other that are all called the same: what rules look for, again in what they found.
  private static let named: [PageFamily] =
    [
      "comment", "author-bio", "byline", "tags", "rating", "breadcrumb", "related", "date", "caption", "pros",
      "verdict",
      "entry-content", "hentry", "sidebar", "share", "subtitle", "h-card", "product",
    ].map { name in
      PageFamily("nested .\(name)", ending: "</div>") {
        "<div class=\"\(name)\">Tags: Ida \($0 % 9) <a href=/\($0)>4/5</a> "
      }
    }
    + ["article", "aside", "section", "header", "footer", "li", "td", "h3", "time", "a", "address", "dl", "figcaption"]
    .map { tag in
      PageFamily("nested \(tag), text at each", ending: "</\(tag)>") { "<\(tag)>By Ida Marsh \($0 % 9) May 2012 " }
    }

  private static let inline: [PageFamily] = [
    PageFamily("b in one paragraph", opening: "<p>") { "word <b>bold \($0)</b> " },
    PageFamily("links in one paragraph", opening: "<p>") { "<a href=\"/film/\($0)\">film \($0)</a> " },
    PageFamily("code in one paragraph", opening: "<p>") { _ in "<code>x</code> " },
    PageFamily("br in one paragraph", opening: "<p>") { _ in "line<br>" },
    PageFamily("br br between texts", opening: "<div>") { _ in sentence + "<br><br>" },
    PageFamily("entities in one paragraph", opening: "<p>") { _ in "&amp;&eacute; " },
    PageFamily("entities that are none", opening: "<p>") { _ in "&x& " },
    PageFamily("less-than signs", opening: "<p>") { _ in "< " },
    PageFamily("asterisks and brackets", opening: "<p>") { _ in "*[_`" },
    PageFamily("images in one paragraph", opening: "<p>") { "<img src=\"/\($0).jpg\" alt=\"lamp\">" },
    PageFamily("wbr", opening: "<p>") { _ in "x<wbr>" },
  ]

  private static let text: [PageFamily] = [
    PageFamily("one paragraph", opening: "<p>") { _ in sentence },
    PageFamily("one word", opening: "<p>") { _ in "wordwithoutend" },
    PageFamily("spaces", opening: "<p>x") { _ in "          " },
    PageFamily("no-break spaces", opening: "<p>x") { _ in "\u{A0}" },
    PageFamily("soft hyphens", opening: "<p>x") { _ in "\u{AD}" },
    PageFamily("combining marks", opening: "<p>x") { _ in "\u{301}" },
    PageFamily("Chinese", opening: "<p>") { _ in "那两个守灯人等着一条迟到三个星期的船。" },
    PageFamily("paragraphs") { _ in "<p>" + sentence + "</p>" },
    PageFamily("short paragraphs") { "<p>x \($0)</p>" },
    PageFamily("h1") { "<h1>Part \($0)</h1>" },
    PageFamily("h2 and text") { "<h2>Part \($0)</h2><p>" + sentence + "</p>" },
    PageFamily("one heading", opening: "<h2>", closing: "</h2>") { _ in "very long " },
    PageFamily("one title", opening: "<title>", closing: "</title>") { _ in "very | long - " },
    PageFamily("titles") { "<title>One \($0)</title>" },
    PageFamily("pre", opening: "<pre>", closing: "</pre>") { _ in "let x = 1\n" },
    PageFamily("pre, pre") { _ in "<pre>let x = 1</pre>" },
    PageFamily("hr") { _ in "<hr>" },
  ]

  private static let boxes: [PageFamily] = [
    PageFamily("pictures of stars") { _ in "<img src=\"star.gif\">" },
    PageFamily("drawings told in words") { _ in "<div role=img aria-label=\"4 of 5 stars\"></div>" },
    PageFamily("list", opening: "<ul>", closing: "</ul>") { "<li>entry number \($0)" },
    PageFamily("list of links", opening: "<ul>", closing: "</ul>") { "<li><a href=\"/film/\($0)\">film \($0)</a>" },
    PageFamily("lists") { _ in "<ul><li>one<li>two</ul>" },
    PageFamily("definition list", opening: "<dl>", closing: "</dl>") { "<dt>Director \($0)<dd>Marta Quill" },
    PageFamily("table rows", opening: "<table>", closing: "</table>") { "<tr><td>\($0)<td>two" },
    PageFamily("table cells", opening: "<table><tr>", closing: "</table>") { "<td>\($0)" },
    PageFamily("tables") { _ in "<table><tr><td>one<td>two</table>" },
    PageFamily("quotes") { _ in "<blockquote><p>" + sentence + "</blockquote>" },
    PageFamily("figures") { "<figure><img src=/\($0).jpg><figcaption>A lamp</figcaption></figure>" },
    PageFamily("frames") { "<iframe src=\"https://www.youtube.com/embed/\($0)\"></iframe>" },
    PageFamily("forms") { _ in "<form><input name=q><select><option>one<option>two</select></form>" },
    PageFamily("scripts") { _ in "<script>var x = 1;</script>" },
    PageFamily("styles") { _ in "<style>p { color: red }</style>" },
    PageFamily("one script", opening: "<script>", closing: "</script>") { _ in "x = x + 1;" },
    PageFamily("noscript") { _ in "<noscript><img src=a.jpg></noscript>" },
    PageFamily("hidden") { _ in "<div style=\"display: none\">hidden</div><div hidden>too</div>" },
    PageFamily("comments of HTML") { "<!-- \($0) -->" },
    PageFamily("one comment of HTML", opening: "<!-- ", closing: " -->") { _ in "- not the end - " },
    PageFamily("readers' comments", opening: "<div id=comments>", closing: "</div>") {
      "<div class=\"comment\" id=c\($0)><span class=author>Reader \($0)</span><p>" + sentence + "</p></div>"
    },
    PageFamily("articles") { "<article><h2><a href=/\($0)>Film \($0)</a></h2><p>" + sentence + "</p></article>" },
    PageFamily("asides") { _ in "<aside class=related><a href=/>Read also</a></aside>" },
    PageFamily("menus") { "<nav><ul><li><a href=/\($0)>Menu</a></ul></nav>" },
    PageFamily("svg") { _ in "<svg><title>Icon</title><path d=M0></svg>" },
    PageFamily("attributes of one element", opening: "<p ", closing: ">") { " data-a\($0 % 3_000)=b" },
    PageFamily("attributes of each element") { _ in "<p a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8 i=9 j=10>x</p>" },
    PageFamily("one attribute", opening: "<p title=\"", closing: "\">") { _ in "very long " },
    PageFamily("classes of one element", opening: "<div class=\"", closing: "\">") { "class-\($0) " },
    PageFamily("one style attribute", opening: "<div style=\"", closing: "\">") { _ in "color: red; " },
    PageFamily("ids") { "<p id=\"anchor-\($0)\">x</p>" },
    PageFamily("open tags without end") { _ in "<p class=\"" },
    PageFamily("start of a tag, again and again") { _ in "<p <p " },
  ]

  private static let data: [PageFamily] = [
    script("JSON-LD depth", opening: "", closing: "") { _ in "{\"@type\":\"Review\",\"about\":[" },
    script("JSON-LD open strings", opening: "[", closing: "]") { _ in "\"open, " },
    script("JSON-LD one string", opening: "{\"@type\":\"Article\",\"articleBody\":\"", closing: "\"}") { _ in sentence
    },
    script("JSON-LD escapes", opening: "{\"@type\":\"Article\",\"headline\":\"", closing: "\"}") { _ in "\\u00e9&amp;"
    },
    script("JSON-LD graph", opening: "{\"@graph\":[", closing: "{}]}") {
      "{\"@type\":\"Review\",\"@id\":\"#\($0)\",\"name\":\"Film\",\"author\":{\"@id\":\"#\($0 + 1)\"}},"
    },
    script("JSON-LD one id", opening: "{\"@graph\":[", closing: "{}]}") {
      "{\"@type\":\"Article\",\"@id\":\"#a\",\"headline\":\"Film \($0)\",\"p\($0)\":1},"
    },
    script("JSON-LD circle", opening: "{\"@graph\":[", closing: "{}]}") {
      "{\"@type\":\"Person\",\"@id\":\"#\($0)\",\"name\":\"Ida\",\"author\":[{\"@id\":\"#0\"},{\"@id\":\"#\($0 / 2)\"}]},"
    },
    script("JSON-LD members", opening: "{\"@type\":\"Article\"", closing: "}") { ",\"name\($0)\":\"x\"" },
    script("JSON-LD authors", opening: "{\"@type\":\"Article\",\"author\":[", closing: "{}]}") {
      "{\"@type\":\"Person\",\"name\":\"Ida Marsh \($0)\"},"
    },
    script("JSON-LD keywords", opening: "{\"@type\":\"Article\",\"keywords\":\"", closing: "\"}") { "word\($0), " },
    script("JSON-LD brackets", opening: "", closing: "") { _ in "[" },
    PageFamily("JSON-LD scripts") {
      "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Film \($0)\"}</script>"
    },
    PageFamily("microdata items") {
      "<div itemscope itemtype=\"http://schema.org/Review\"><span itemprop=name>Film \($0)</span></div>"
    },
    PageFamily("microdata nested", ending: "</div>") { _ in
      "<div itemprop=review itemscope itemtype=\"http://schema.org/Review\"><span itemprop=name>Film</span>"
    },
    PageFamily("microdata properties", opening: "<div itemscope itemtype=\"http://schema.org/Article\">") {
      "<span itemprop=author>Ida Marsh \($0)</span>"
    },
    PageFamily("RDFa") { "<div typeof=\"v:Review\"><span property=\"v:itemreviewed\">Film \($0)</span></div>" },
    PageFamily("h-entry") { "<div class=h-entry><a class=p-name href=/\($0)>Film</a><p class=e-content>Good</div>" },
    PageFamily("h-entry nested", ending: "</div>") { _ in "<div class=\"h-entry hentry\"><p class=p-name>Film" },
    PageFamily("meta tags") { "<meta property=\"article:tag\" content=\"tag \($0)\">" },
    PageFamily("link tags") { "<link rel=\"alternate canonical\" href=\"/\($0)\">" },
  ]

  private static let credits: [PageFamily] = [
    PageFamily("bylines") { "<p class=byline>By <a rel=author href=/people/\($0)>Ida Marsh</a></p>" },
    PageFamily("bylines in text", opening: "<p>") { _ in "by Ida Marsh and Ansel Brandt " },
    PageFamily("names in one byline", opening: "<p class=byline>By ") { "Ida Marsh\($0), " },
    PageFamily("author boxes") {
      "<div class=author-box><h4>Ida Marsh \($0)</h4><p>Ida Marsh writes about film.</p></div>"
    },
    PageFamily("tags") { "<a rel=tag href=\"/tag/\($0)\">tag \($0)</a> " },
    PageFamily("tags in one line", opening: "<p class=tags>Tags: ") { "<a href=\"/tag/\($0)\">tag \($0)</a>, " },
    PageFamily("tag boxes") { "<p class=tags>Tags: <a href=\"/tag/\($0)\">tag \($0)</a></p>" },
    PageFamily("categories") { "<p>Filed under: <a rel=category href=\"/category/\($0)\">Film \($0)</a></p>" },
    PageFamily("breadcrumbs", opening: "<ol class=breadcrumb>", closing: "</ol>") { "<li><a href=/\($0)>Step</a>" },
    PageFamily("dates") { "<time datetime=\"2012-11-\($0 % 28 + 1)\">\($0 % 28 + 1) November 2012</time>" },
    PageFamily("dates in text") { "<p>\($0 % 28 + 1) November 2012</p>" },
    PageFamily("ratings") { "<p class=rating>Rating: \($0 % 5)/5</p>" },
    PageFamily("ratings in text", opening: "<p>") { "4/5 \($0) out of 10 ★★★☆ " },
    PageFamily("stars", opening: "<p class=rating>") { _ in "★" },
    PageFamily("star images", opening: "<p class=rating>") { _ in "<img src=star.png alt=*>" },
    PageFamily("pros and cons") { "<h3>Pros</h3><ul><li>sound \($0)</ul><h3>Cons</h3><ul><li>end</ul>" },
    PageFamily("verdicts") { "<h3>Verdict</h3><p>Good \($0)</p>" },
    PageFamily("labels") { "<p><strong>Director:</strong> Marta Quill \($0)</p>" },
    PageFamily("comment counts") { "<a href=#comments>\($0) comments</a>" },
  ]
}
