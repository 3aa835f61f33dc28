import StetDiscover
import StetGzip
import StetModel
import Testing

@Suite struct FeedTests {
  private func feed(_ text: String, at place: String = "https://reel.example/feed/") throws -> Feed {
    try Feed.read(Array(text.utf8), at: address(place))
  }

  private func links(_ feed: Feed) -> [String] { feed.entries.map(\.address.description) }

  private func rss(_ items: String, root: String = "<rss version='2.0'>") -> String {
    "\(root)<channel><title>Reel</title><link>https://reel.example/</link>\(items)</channel></rss>"
  }

  private func atom(_ entries: String) -> String {
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Reel</title>\(entries)</feed>"
  }

  @Test("RSS 2.0: title, link, date and author of each item, in order")
  func rss() throws {
    let feed = try feed(
      rss(
        """
        <item><title>The Long Night</title><link>https://reel.example/1</link>
        <pubDate>Sat, 17 Nov 2012 15:40:00 +0100</pubDate><author>ada@reel.example (Ada Example)</author></item>
        <item><link> https://reel.example/2 </link><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Ben</dc:creator>
        </item>
        """))
    #expect(feed.format == .rss && feed.title == "Reel" && feed.home == address("https://reel.example/"))
    #expect(links(feed) == ["https://reel.example/1", "https://reel.example/2"])
    #expect(feed.entries[0].title == "The Long Night" && feed.entries[1].title == nil)
    #expect(feed.entries[0].published?.description == "2012-11-17T14:40:00Z")
    #expect(feed.entries.map(\.authors) == [["Ada Example"], ["Ben"]])
    #expect(feed.entries.allSatisfy { $0.source == .feed } && !feed.isMended && !feed.isTruncated)
  }

  @Test("RSS 1.0 and 0.90: items beside the channel, with rdf:about in the place of a link")
  func rdf() throws {
    for namespace in ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"] {
      let feed = try feed(
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="\(namespace)"
          xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://reel.example/feed/"><title>Reel</title><link>https://reel.example/</link>
        <items><rdf:Seq><rdf:li rdf:resource="https://reel.example/1"/></rdf:Seq></items></channel>
        <image><title>Logo</title><link>https://reel.example/logo</link></image>
        <item rdf:about="https://reel.example/1"><title>One</title><dc:date>2012-11-17</dc:date></item>
        <item rdf:about="urn:2"><link>https://reel.example/2</link></item></rdf:RDF>
        """)
      #expect(feed.format == .rdf && feed.title == "Reel" && feed.home == address("https://reel.example/"))
      #expect(links(feed) == ["https://reel.example/1", "https://reel.example/2"])
      #expect(feed.entries[0].published?.description == "2012-11-17T00:00:00Z")
    }
  }

  @Test("Atom: the alternate link, pages before other types; both times; the names of the authors")
  func atom() throws {
    let feed = try feed(
      atom(
        """
        <link rel="self" href="https://reel.example/feed/"/><link href="https://reel.example/"/>
        <entry><title type="html">A &lt;i&gt;Long&lt;/i&gt; Night &amp;amp; Day</title>
        <link rel="enclosure" href="/1.mp3"/><link rel="alternate" type="application/json" href="/1.json"/>
        <link rel="http://www.iana.org/assignments/relation/alternate" type="text/html" href="/1"/>
        <id>tag:reel.example,2012:1</id><published>2012-11-17T15:40:00+01:00</published>
        <updated>2012-11-18T00:00:00Z</updated>
        <author><name>Ada Example</name><email>ada@reel.example</email></author><author><name>Ben</name></author></entry>
        """))
    #expect(feed.format == .atom && feed.home == address("https://reel.example/"))
    #expect(links(feed) == ["https://reel.example/1"])
    #expect(feed.entries[0].title == "A Long Night & Day" && feed.entries[0].authors == ["Ada Example", "Ben"])
    #expect(feed.entries[0].published?.description == "2012-11-17T14:40:00Z")
    #expect(feed.entries[0].modified?.description == "2012-11-18T00:00:00Z")
  }

  @Test("Atom 0.3: issued and modified, titles in XHTML")
  func oldAtom() throws {
    let feed = try feed(
      """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="xml" type="application/xhtml+xml">
      <div xmlns="http://www.w3.org/1999/xhtml">The <b>Long</b> Night</div></title>
      <link rel="alternate" type="text/html" href="/1"/><issued>2004-01-02</issued><modified>2004-01-03</modified></entry>
      </feed>
      """)
    #expect(feed.entries.map(\.title) == ["The Long Night"] && links(feed) == ["https://reel.example/1"])
    #expect(feed.entries[0].published?.description == "2004-01-02T00:00:00Z")
    #expect(feed.entries[0].modified?.description == "2004-01-03T00:00:00Z")
  }

  @Test("JSON Feed 1.0 and 1.1; a missing end is mended and said")
  func json() throws {
    let text = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Reel", "home_page_url": "https://reel.example/",
      "next_url": "/feed.json?page=2", "items": [
      {"id": "1", "url": "/1", "title": "One", "date_published": "2012-11-17T15:40:00+01:00",
      "authors": [{"name": "Ada Example"}]},
      {"id": "https://reel.example/2", "author": {"name": "Ben"}, "date_modified": "2012-11-18T00:00:00Z"},
      {"id": "3", "external_url": "https://elsewhere.example/"}]}
      """
    let feed = try feed(text)
    #expect(feed.format == .json && links(feed) == ["https://reel.example/1", "https://reel.example/2"])
    #expect(feed.entries.map(\.authors) == [["Ada Example"], ["Ben"]] && feed.entriesWithoutAddress == 1)
    #expect(feed.next == address("https://reel.example/feed.json?page=2") && !feed.isMended)
    let cut = try self.feed(String(text.dropLast(80)))
    #expect(links(cut) == ["https://reel.example/1", "https://reel.example/2"] && cut.isMended && cut.isTruncated)
  }

  @Test("A guid is the address unless it says that it is none, and never before the link")
  func guid() throws {
    let feed = try feed(
      rss(
        """
        <item><guid>https://reel.example/1</guid></item>
        <item><guid isPermaLink="false">https://reel.example/2</guid></item>
        <item><guid isPermaLink="true">https://reel.example/3</guid><link>https://reel.example/three</link></item>
        <item><guid>tag:4</guid></item>
        """))
    #expect(links(feed) == ["https://reel.example/1", "https://reel.example/three"] && feed.entriesWithoutAddress == 2)
  }

  @Test("An id of Atom is the address where nothing else is, and it is one of the web")
  func identifier() throws {
    let feed = try feed(
      atom(
        "<entry><id>https://reel.example/1</id></entry><entry><id>tag:2</id></entry>"
          + "<entry><id>https://reel.example/3</id><link rel='enclosure' href='/3.mp3'/></entry>"
          + "<entry><link rel='enclosure'>https://reel.example/4.mp3</link><link>https://reel.example/4</link></entry>")
    )
    #expect(links(feed) == ["https://reel.example/1", "https://reel.example/4"] && feed.entriesWithoutAddress == 2)
  }

  @Test("FeedBurner's original link goes before the redirect through its server")
  func originalLink() throws {
    let feed = try feed(
      rss(
        """
        <item><link>http://feedproxy.example/~r/reel/~3/abc/</link>
        <feedburner:origLink>https://reel.example/1</feedburner:origLink></item>
        """, root: "<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>"))
    #expect(links(feed) == ["https://reel.example/1"])
  }

  @Test("Links start from xml:base, the innermost first, and else from the feed's address")
  func base() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/a/">
      <entry xml:base="b/"><link href="1"/></entry><entry><link href="2" xml:base="/c/"/></entry>
      <entry><link href="3"/></entry></feed>
      """)
    #expect(
      links(feed) == ["https://other.example/a/b/1", "https://other.example/c/2", "https://other.example/a/3"])
    #expect(links(try self.feed(rss("<item><link>/4#x</link></item>"))) == ["https://reel.example/4"])
  }

  @Test("The next page: RFC 5005's next, or the archive before")
  func next() throws {
    let paged = try feed(atom("<link rel='next' href='/feed/?paged=2'/>"))
    #expect(paged.next == address("https://reel.example/feed/?paged=2"))
    let archived = try feed(atom("<link rel='prev-archive' href='/feed/2011'/>"))
    #expect(archived.next == address("https://reel.example/feed/2011"))
    let inRSS = try feed(
      rss("<atom:link rel='next' href='/feed/2'/><item><link>/1</link></item>").replacing(
        "<rss ", with: "<rss xmlns:atom='http://www.w3.org/2005/Atom' "))
    #expect(inRSS.next == address("https://reel.example/feed/2") && inRSS.home == address("https://reel.example/"))
  }

  @Test("Titles, links and dates of images, media and sources inside an item are not the item's")
  func parts() throws {
    let feed = try feed(
      rss(
        """
        <image><title>Logo</title><link>https://reel.example/logo</link></image>
        <item><media:group><media:title>Still</media:title></media:group><media:title>Photo</media:title>
        <image><link>https://reel.example/still</link></image><source url="https://x.example/">X</source>
        <title>One</title><link>/1</link></item>
        """, root: "<rss xmlns:media='http://search.yahoo.com/mrss/'>"))
    #expect(feed.title == "Reel" && links(feed) == ["https://reel.example/1"] && feed.entries[0].title == "One")
    let copied = try self.feed(
      atom("<entry><source><title>X</title><link href='/x'/></source><title>One</title><link href='/1'/></entry>"))
    #expect(copied.entries[0].title == "One" && links(copied) == ["https://reel.example/1"])
  }

  @Test(
    "Broken feeds are read as far as they make sense",
    arguments: [
      (
        "entities of HTML",
        "<rss><channel><item><title>R&eacute;sum&eacute;&nbsp;1</title><link>/1</link></item></channel></rss>",
        "Résumé 1"
      ),
      (
        "a bare ampersand", "<rss><channel><item><title>Salt & Pepper</title><link>/1</link></item></channel></rss>",
        "Salt & Pepper"
      ),
      (
        "text before the declaration",
        "<br />\n<b>Warning</b>: x\n<?xml version='1.0'?><rss><channel><item><title>One</title><link>/1</link></item></channel></rss>",
        "One"
      ),
      (
        "undeclared prefixes",
        "<rss><channel><item><dc:title>One</dc:title><link>/1</link><x:y/></item></channel></rss>", "One"
      ),
      (
        "markup in the text",
        "<rss><channel><item><description>a<br>b<p>c</description><title>One</title><link>/1</link></item></channel></rss>",
        "One"
      ),
      (
        "tags that cross",
        "<rss><channel><item><description><b><i>x</b></i></description><title>One</title><link>/1</link></item></channel></rss>",
        "One"
      ),
      (
        "a document type",
        "<!DOCTYPE rss PUBLIC '-//N//DTD RSS 0.91//EN' 'http://x/y.dtd'><rss><channel><item><title>One</title><link>/1</link></item></channel></rss>",
        "One"
      ),
      (
        "a control character", "<rss><channel><item><title>O\u{1}ne</title><link>/1</link></item></channel></rss>",
        "One"
      ),
      ("names in capitals", "<RSS><CHANNEL><ITEM><TITLE>One</TITLE><LINK>/1</LINK></ITEM></CHANNEL></RSS>", "One"),
      ("no namespace", "<feed><entry><title>One</title><link href='/1'/></entry></feed>", "One"),
      ("no quotes", "<feed><entry><title>One</title><link href=/1 /></entry></feed>", "One"),
      ("an end tag cut off", "<rss><channel><item><title>One</title><link>/1</link></item></channel></rss", "One"),
      (
        "an address with its ampersands",
        "<rss><channel><item><title>One</title><link>/1</link><comments>/?a=1&b=2</comments></item></channel></rss>",
        "One"
      ),
    ])
  func broken(what: String, text: String, title: String) throws {
    let feed = try feed(text)
    #expect(links(feed) == ["https://reel.example/1"], "\(what)")
    #expect(feed.entries.first?.title == title, "\(what)")
    #expect(!feed.isTruncated)
  }

  @Test("Bare ampersands in an address stay")
  func ampersands() throws {
    let feed = try feed(rss("<item><link>https://reel.example/?a=1&b=2&copy=3</link></item>"))
    #expect(links(feed) == ["https://reel.example/?a=1&b=2&copy=3"] && feed.isMended)
  }

  @Test("A feed that ends early gives what came whole, and says so")
  func truncated() throws {
    let whole = rss("<item><link>/1</link></item><item><link>/2</link></item>")
    let cut = try feed(String(whole.split(separator: "<link>/2")[0] + "<link>/2"))
    #expect(links(cut).first == "https://reel.example/1" && cut.isTruncated && cut.isMended)
  }

  @Test("A wrong declaration of the encoding is seen through, and a missing one made up for")
  func encodings() throws {
    func title(_ declared: String, _ bytes: [UInt8]) throws -> String? {
      let start = Array("<?xml version='1.0'\(declared)?><rss><channel><item><link>/1</link><title>".utf8)
      return try Feed.read(
        start + bytes + Array("</title></item></channel></rss>".utf8), at: address("https://reel.example/feed")
      ).entries[0].title
    }
    let utf8 = Array("Résumé".utf8)
    let latin: [UInt8] = [0x52, 0xE9, 0x73, 0x75, 0x6D, 0xE9]
    #expect(try title(" encoding='iso-8859-1'", utf8) == "Résumé")
    #expect(try title(" encoding='iso-8859-1'", latin) == "Résumé")
    #expect(try title(" encoding='utf-8'", utf8) == "Résumé")
    #expect(try title("", latin) == "Résumé")
  }

  @Test("A gzip file is a feed too, whatever its name")
  func gzip() throws {
    let bytes = try Gzip.compress(Array(rss("<item><link>/1</link></item>").utf8))
    #expect(try links(Feed.read(bytes, at: address("https://reel.example/feed"))) == ["https://reel.example/1"])
    #expect {
      try Feed.read(Array(bytes.dropLast(10)), at: address("https://reel.example/feed"))
    } throws: { ($0 as? DiscoveryError)?.code == .corrupt }
  }

  @Test(
    "What is no feed is an error that names the address",
    arguments: ["", "Not found", "<html><body>Not found</body></html>", "{}", "{\"version\": 1}", "<urlset/>"])
  func noFeed(text: String) {
    #expect {
      try feed(text)
    } throws: { error in
      guard let error = error as? DiscoveryError else { return false }
      return error.code == .notAFeed && error.message.contains("'https://reel.example/feed/'")
    }
  }

  @Test("Entities that a document declares are never expanded, and nothing outside is asked for")
  func entities() throws {
    let feed = try feed(
      """
      <!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><link>/1</link><title>x&b;&c;y</title></item></channel></rss>
      """)
    #expect(feed.entries.map(\.title) == ["x&b;&c;y"])
  }
}
