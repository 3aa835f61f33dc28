import StetModel
import Testing

@Suite struct TermsFieldTests {
  private func terms(_ middle: String, title: String = "A quiet film") throws -> (tags: [String], categories: [String])
  {
    let review = try ShortPage.review(middle, title: title)
    return (review.tags.map(\.name), review.categories.map(\.name))
  }

  @Test("The words between the links of one line tell categories from tags")
  func mixed() throws {
    let found = try terms(
      """
      <p class="meta">Posted in <a href="/category/sea" rel="category tag">Sea</a> Tags <a href="/tag/fog" rel="tag">Fog</a>,
      <a href="/tag/salt" rel="tag">Salt</a></p>
      """)
    #expect(found.tags == ["Fog", "Salt"])
    #expect(found.categories == ["Sea"])
  }

  @Test("“Filed under” before addresses of tags announces tags; “Categories” is believed")
  func vague() throws {
    let filed = try terms(#"<p>Filed under: <a href="/tag/fog">Fog</a>, <a href="/tag/salt">Salt</a></p>"#)
    #expect(filed.tags == ["Fog", "Salt"])
    #expect(filed.categories == [])
    let said = try terms(#"<p>Categories: <a href="/tag/fog">Fog</a>, <a href="/tag/salt">Salt</a></p>"#)
    #expect(said.categories == ["Fog", "Salt"])
    #expect(said.tags == [])
  }

  @Test(
    "Entries of menus and of lists of all categories, links to nowhere and words of a sentence are no terms",
    arguments: [
      #"<ul><li class="cat-item cat-item-3"><a href="/category/fog">Fog</a></li><li class="cat-item cat-item-4"><a href="/category/salt">Salt</a></li></ul>"#,
      #"<ul><li class="menu-item"><a href="/tag/fog" rel="tag">Fog</a></li></ul>"#,
      #"<ul><li><a href="/b">Blogs</a><ul class="cats"><li><a href="/category/fog">Fog</a></li><li><a href="/category/salt">Salt</a></li></ul></li></ul>"#,
      ##"<p class="tags"><a href="#fog">Fog</a> <a href="javascript:void(0)">Salt</a></p>"##,
      #"<p>The ferry leaves in <a href="/tag/fog" rel="tag">fog</a> and comes home in rain, and nobody on the pier has a word to say about either of them.</p>"#,
    ])
  func none(markup: String) throws {
    let found = try terms(markup)
    #expect(found.tags == [])
    #expect(found.categories == [])
  }

  @Test("Links with the page's keywords that stand together are its tags, whatever their addresses")
  func keywords() throws {
    let data =
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"A quiet film","keywords":["Fog","Salt"]}</script>"#
    let list = #"<div><a href="/specials/fog/">Fog</a> <a href="/specials/salt/">Salt</a></div>"#
    #expect(try terms(data + list).tags == ["Fog", "Salt"])
    #expect(try terms(list).tags == [])
  }

  @Test("Each entry in a block of its own makes one list")
  func blocks() throws {
    let found = try terms(
      #"<div><div><a href="/topic/fog">Fog</a></div><div><a href="/topic/salt">Salt</a></div><div><a href="/topic/pier">Pier</a></div></div>"#
    )
    #expect(found.tags == ["Fog", "Salt", "Pier"])
  }

  @Test("The longer of two lists that say the same is the whole")
  func whole() throws {
    let found = try terms(
      #"<p class="tags"><a href="/tag/fog">Fog</a></p><p>And so on, for a while, about the pier.</p><p class="tags"><a href="/tag/fog">Fog</a> <a href="/tag/salt">Salt</a></p>"#
    )
    #expect(found.tags == ["Fog", "Salt"])
  }

  @Test("Links that read like headlines are other articles, whatever their list is called")
  func headlines() throws {
    let list = """
      <ul class="tags"><li><a href="/b">What is a slipway?</a></li><li><a href="/c">How to find a harbour on a foggy night</a></li>
      <li><a href="/d">Piers</a></li></ul>
      """
    #expect(try terms(list).tags == [])
    // What says of itself that it is a tag may be long.
    let long = #"<p>Tags: <a href="/tag/x" rel="tag">The committee for the slow repair of harbours</a></p>"#
    #expect(try terms(long).tags == ["The committee for the slow repair of harbours"])
  }

  @Test("The way home is no category, by any of its names")
  func home() throws {
    let crumbs = """
      <p><time datetime="2012-05-03">3 May 2012</time></p><div class="breadcrumb"><a href="/home/index.html">EXAMPLE.org</a> ›
      <a href="/harbours/">Harbours</a></div>
      """
    #expect(try terms(crumbs).categories == ["Harbours"])
    let list = #"<p>Categories: <a href="/category/start/">Startseite</a> <a href="/category/fog/">Fog</a></p>"#
    #expect(try terms(list).categories == ["Fog"])
  }

  @Test("A label within a line of facts names the links behind it")
  func labelWithinLine() throws {
    let line = """
      <p>By <a href="/u/ada">Ada Beispiel</a> | Date: 30.03.2022, 12:40 | Category: <a href="/category/drama">Drama</a>,
      <a href="/category/war">War</a></p>
      """
    #expect(try terms(line).categories == ["Drama", "War"])
    // Behind a full stop it labels nothing.
    let sentence = """
      <p>It falls into one category: long. Those who like <a href="/category/drama">drama</a> will find enough of it here,
      and more than enough, to be sure.</p>
      """
    #expect(try terms(sentence).categories.isEmpty)
  }

  @Test("A section printed by the headline counts where the menu has it, or its element is called a category")
  func printedSection() throws {
    let menu = #"<nav><ul><li><a href="/politics">Politics</a></li><li><a href="/stage">Stage</a></li></ul></nav>"#
    func categories(_ kicker: String) throws -> [String] {
      try ShortPage.review("", above: menu + kicker).categories.map(\.name)
    }
    #expect(try categories("<p>Stage</p>") == ["Stage"])
    #expect(try categories(#"<p><span class="label-category">Opera</span></p>"#) == ["Opera"])
    #expect(try categories("<p>Exclusive</p>").isEmpty)
    #expect(try categories(#"<p><a class="x" href="/login">Stage</a></p>"#).isEmpty)
  }

  @Test("A link over the headline leads to the page's section where its address begins as the page's own")
  func sibling() throws {
    let kicker = #"<div class="x"><a href="/stage/theatre">Theatre</a></div>"#
    func categories(_ path: String) throws -> [String] {
      try ShortPage.review("", above: kicker, path: path).categories.map(\.name)
    }
    #expect(try categories("/stage/2022/nov/03/a-quiet-film") == ["Theatre"])
    #expect(try categories("/film/2022/nov/03/a-quiet-film").isEmpty)
  }

  @Test("Keywords behind a label, without links, are tags where the metadata has them as well")
  func plain() throws {
    let meta = #"<meta name="citation_keywords" content="quarantine; Adriatic">"#
    let list = "<section><h2>Keywords:</h2> <span>quarantine, Adriatic, lamps</span></section>"
    #expect(try terms(meta + list).tags == ["quarantine", "Adriatic", "lamps"])
    #expect(try terms(meta + "<p>Keywords: quarantine; Adriatic</p>").tags == ["quarantine", "Adriatic"])
    #expect(try terms(list).tags == [])
  }

  @Test("Behind a label `rel=tag` will do, though a script follows the link or the list is called a menu")
  func labelled() throws {
    let script = #"<h4>Tags:</h4><ul><li><a href="javascript:void(0)" rel="tag">Fog</a></li></ul>"#
    #expect(try terms("<div>\(script)</div>").tags == ["Fog"])
    let menu = #"<h2>Mots-clés</h2><ul><li><a href="/?mot4" rel="tag">Fog</a></li></ul>"#
    #expect(try terms(#"<div class="menu menu_mots">\#(menu)</div>"#).tags == ["Fog"])
  }

  @Test("A link of the site's menu that stands alone between headline and text is the page's section")
  func menuLink() throws {
    let menu = """
      <nav><ul><li><a href="/science">Science</a></li><li><a href="/campus">Campus</a></li>
      <li><a href="/subscribe">Subscribe</a></li></ul></nav>
      """
    func categories(_ below: String) throws -> [String] {
      try ShortPage.review("", above: menu, below: below).categories.map(\.name)
    }
    #expect(
      try categories(#"<div><span>3 May 2012</span><div><a href="/science">Science</a></div></div>"#) == ["Science"])
    #expect(try categories(#"<div><a href="/contact">Contact us</a></div>"#) == [])
    #expect(try categories(#"<div><a href="/subscribe">Subscribe</a></div>"#) == [])
  }
}
