import StetHTML
import StetModel
import Testing

@testable import StetExtract

@Suite struct LinkedDataTests {
  static let address = "https://www.example.org/reviews/quiet-harbour/"

  static func read(_ html: String, at address: String = address) throws -> LinkedData {
    let document = try HTMLParser.parse(Array(html.utf8))
    return LinkedData.read(document, pageAddress: try #require(PageAddress(address)))
  }

  static func jsonLD(_ scripts: String...) throws -> LinkedData {
    let tags = scripts.map { "<script type='application/ld+json'>\($0)</script>" }.joined()
    return try read("<html><head>\(tags)</head><body><p>Text</p></body></html>")
  }

  // MARK: JSON-LD

  @Test("A graph is flattened and its references are resolved, cycles included")
  func graph() throws {
    let data = try Self.jsonLD(
      """
      {"@context":"https://schema.org","@graph":[
        {"@type":"WebSite","@id":"https://www.example.org/#site","name":"Harbour &amp; Sea"},
        {"@type":"Organization","@id":"#org","name":"Example Press","publishingPrinciples":{"@id":"#article"}},
        {"@type":"WebPage","@id":"https://www.example.org/reviews/quiet-harbour/","isPartOf":{"@id":"https://www.example.org/#site"}},
        {"@type":["NewsArticle","Article"],"@id":"#article","headline":"Quiet Harbour, reviewed",
         "mainEntityOfPage":{"@id":"https://www.example.org/reviews/quiet-harbour/"},
         "author":{"@id":"#ada","name":"Ada Example"},"publisher":{"@id":"#org"},
         "datePublished":"2012-11-17T08:00:00+01:00","articleSection":["Film","Reviews"],"keywords":"harbours, the sea"},
        {"@type":"Person","@id":"#ada","name":"Ada Example","url":"/people/ada","description":"Ada <b>watches</b>\\nfilms.",
         "worksFor":{"@id":"#org"},"knows":{"@id":"#ada"}}
      ]}
      """)
    let article = try #require(data.articles.first)
    #expect(article.types == ["NewsArticle", "Article"])
    #expect(article.belonging == .page)
    #expect(article.headline == "Quiet Harbour, reviewed")
    #expect(
      article.authors == [
        LinkedPerson(name: "Ada Example", url: "https://www.example.org/people/ada", description: "Ada watches films.")
      ])
    #expect(article.publisherName == "Example Press")
    #expect(article.datePublished == "2012-11-17T08:00:00+01:00")
    #expect(article.sections == ["Film", "Reviews"])
    #expect(article.keywords == ["harbours", "the sea"])
    #expect(article.path == "NewsArticle")
    #expect(data.websiteName == "Harbour & Sea")
    #expect(data.organizationName == "Example Press")
    #expect(data.persons.map(\.name) == ["Ada Example"])
  }

  @Test(
    "Texts lose character references, markup and loose space",
    arguments: [
      ("Tom &amp; Jerry&#8217;s", "Tom & Jerry’s"), ("  Two \\n lines ", "Two lines"),
      ("<p>A <em>fine</em> film</p>", "A fine film"), ("Twice &amp;#8220;so&amp;#8221;", "Twice “so”"),
      ("5 < 6 &unknown; 7", "5 < 6 &unknown; 7"), ("&#146;s &hellip; &Eacute;t&eacute;", "’s … Été"),
    ])
  func texts(written: String, expected: String) throws {
    let data = try Self.jsonLD(#"{"@type":"Article","headline":"\#(written)"}"#)
    #expect(data.articles.first?.headline == expected)
  }

  @Test("Paragraphs of an articleBody stay apart")
  func body() throws {
    let data = try Self.jsonLD(#"{"@type":"Article","articleBody":"<p>One.</p><p>Two<br>three.</p>"}"#)
    #expect(data.articles.first?.articleBody == "One.\nTwo\nthree.")
  }

  @Test("A script that cannot be read is skipped, the next one is read")
  func broken() throws {
    let data = try Self.jsonLD("{{ template }}", ##"{"@type":"Article","headline":"Whole","@id":"#a",}"##)
    #expect(data.articles.map(\.headline) == ["Whole"])
  }

  @Test("A script that lost its type is read when it begins as JSON-LD does")
  func untyped() throws {
    let data = try Self.read(
      #"<head><script>{"@context":"https://schema.org","@type":"Article","headline":"A"}</script><script>{"a":1}</script></head>"#
    )
    #expect(data.articles.map(\.headline) == ["A"])
  }

  @Test("Names with the vocabulary's address or prefix are the same names")
  func prefixes() throws {
    let data = try Self.jsonLD(
      #"{"@type":"http://schema.org/BlogPosting","schema:headline":"A","http://schema.org/author":{"@type":"schema:Person","schema:name":{"@value":"Bo Sample"}}}"#
    )
    #expect(data.articles.first?.headline == "A")
    #expect(data.articles.first?.authors.map(\.name) == ["Bo Sample"])
  }

  @Test("The article whose address is the page's comes first, other pages' last")
  func ownArticle() throws {
    let data = try Self.jsonLD(
      #"{"@type":"NewsArticle","headline":"Other","url":"https://www.example.org/other"}"#,
      #"{"@type":"NewsArticle","headline":"Own","url":"http://example.org/reviews/quiet-harbour"}"#)
    #expect(data.articles.map(\.headline) == ["Own", "Other"])
    #expect(data.articles.map(\.belonging) == [.page, .elsewhere])
  }

  @Test("Entries of lists, comments and related articles are not the page's text")
  func listed() throws {
    let data = try Self.jsonLD(
      #"""
      {"@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,"item":{"@type":"Article","headline":"Listed"}}]}
      """#,
      #"{"@type":"Article","headline":"Own","comment":[{"@type":"Comment","text":"Nice"}],"citation":{"@type":"Article","headline":"Cited"}}"#
    )
    #expect(data.articles.map(\.headline) == ["Own"])
  }

  // MARK: Reviews

  @Test("A review tells its rating, its item and what is good and bad")
  func review() throws {
    let data = try Self.jsonLD(
      #"""
      {"@type":"Review","name":"Quiet Harbour","author":"By Ada Example and Bo Sample",
       "reviewRating":{"@type":"Rating","ratingValue":"3,5","bestRating":5,"worstRating":"1"},
       "itemReviewed":{"@type":"Movie","name":"Quiet Harbour","director":[{"@type":"Person","name":"Cy Test"}],
                       "datePublished":"2011-02-03","sameAs":"https://films.example/qh"},
       "positiveNotes":{"@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,"name":"The sea"}]},
       "negativeNotes":["The fog"],"reviewBody":"A calm film."}
      """#)
    let review = try #require(data.articles.first)
    #expect(review.isReview)
    #expect(review.authors.map(\.name) == ["Ada Example", "Bo Sample"])
    #expect(review.rating == Rating(value: .number(3.5), best: 5, worst: 1, text: "3,5/5"))
    #expect(
      review.item
        == ReviewItem(
          type: "Movie", name: "Quiet Harbour", creators: ["Cy Test"], year: 2011, url: "https://films.example/qh"))
    #expect(review.positiveNotes == ["The sea"])
    #expect(review.negativeNotes == ["The fog"])
    #expect(review.reviewBody == "A calm film.")
  }

  @Test("A review inside the thing reviewed is the page's review, and the thing its item")
  func nestedReview() throws {
    let data = try Self.jsonLD(
      #"""
      {"@type":"Movie","name":"Quiet Harbour","aggregateRating":{"@type":"AggregateRating","ratingValue":4.9,"ratingCount":88},
       "review":{"@type":"Review","author":{"@type":"Person","name":"Ada Example"},"reviewRating":{"ratingValue":2,"bestRating":4}}}
      """#)
    #expect(data.articles.first?.path == "Movie.review")
    #expect(data.articles.first?.rating == Rating(value: .number(2), best: 4, text: "2/4"))
    #expect(data.articles.first?.item?.name == "Quiet Harbour")
  }

  @Test(
    "Readers' reviews and their average are never the page's rating",
    arguments: [
      #"{"@type":"Product","name":"Kettle","aggregateRating":{"ratingValue":4.4,"reviewCount":12},"review":[{"@type":"Review","author":"Ann Buyer","reviewRating":{"ratingValue":5}},{"@type":"Review","author":"Ben Buyer","reviewRating":{"ratingValue":1}}]}"#,
      #"{"@type":"Product","name":"Kettle","offers":{"price":9},"aggregateRating":{"ratingValue":4.4},"review":{"@type":"Review","author":"Ann Buyer","reviewRating":{"ratingValue":5}}}"#,
      #"[{"@type":"Review","author":"Ann Buyer","reviewRating":{"ratingValue":5}},{"@type":"Review","author":"Ben Buyer","reviewRating":{"ratingValue":1}}]"#,
      #"{"@type":"Review","name":"Kettle","reviewRating":{"@type":"AggregateRating","ratingValue":4.4}}"#,
      #"{"@type":"Recipe","name":"Soup","aggregateRating":{"ratingValue":4.4,"ratingCount":90}}"#,
    ])
  func readersReviews(script: String) throws {
    let data = try Self.jsonLD(script)
    #expect(data.first(\.rating) == nil)
  }

  @Test("A news article may carry the rating and the item itself")
  func ratedArticle() throws {
    let data = try Self.jsonLD(
      #"{"@type":"NewsArticle","headline":"A","itemReviewed":{"@type":"Book","name":"Fog","author":"Cy Test"},"reviewRating":{"ratingValue":"B+"}}"#
    )
    #expect(data.articles.first?.rating == Rating(value: .grade("B+"), text: "B+"))
    #expect(data.articles.first?.item == ReviewItem(type: "Book", name: "Fog", creators: ["Cy Test"]))
  }

  @Test(
    "Logins of no one are no authors, organisations are",
    arguments: [
      (#""admin""#, []), (#"{"@type":"Person","name":"Ada Example, film critic"}"#, ["Ada Example"]),
      (#"{"@type":"Organization","name":"Example Press"}"#, ["Example Press"]),
      (#"[{"name":"Ada Example"},{"name":"Ada Example"},"Bo Sample"]"#, ["Ada Example", "Bo Sample"]),
      (#""https://social.example/ada""#, []), (#"{"@type":"Person","name":"DiscoAda99"}"#, ["DiscoAda99"]),
    ])
  func authors(value: String, expected: [String]) throws {
    let data = try Self.jsonLD(#"{"@type":"Article","headline":"A","author":\#(value)}"#)
    #expect(data.articles.first?.authors.map(\.name) == expected)
  }

  @Test("The breadcrumb is ordered by position, whatever form its steps have")
  func breadcrumb() throws {
    let data = try Self.jsonLD(
      #"""
      {"@type":"BreadcrumbList","itemListElement":[
        {"@type":"ListItem","position":2,"name":"Films","item":"https://www.example.org/films/"},
        {"@type":"ListItem","position":"1","item":{"@id":"https://www.example.org/","name":"Home"}}]}
      """#)
    #expect(
      data.breadcrumb == [
        Term(name: "Home", url: "https://www.example.org/"), Term(name: "Films", url: "https://www.example.org/films/"),
      ])
  }

  @Test("Comments are counted from either form")
  func commentCount() throws {
    let direct = try Self.jsonLD(#"{"@type":"Article","headline":"A","commentCount":"7"}"#)
    #expect(direct.articles.first?.commentCount == 7)
    let counter = try Self.jsonLD(
      #"{"@type":"Article","headline":"A","interactionStatistic":[{"interactionType":"http://schema.org/LikeAction","userInteractionCount":3},{"interactionType":{"@type":"http://schema.org/CommentAction","@id":"http://schema.org/CommentAction"},"userInteractionCount":9}]}"#
    )
    #expect(counter.articles.first?.commentCount == 9)
  }

  @Test("Deep nesting and a crowd of equal @ids are survived")
  func hostile() throws {
    let deep =
      String(repeating: #"{"@type":"Article","mainEntity":"#, count: 400) + "1" + String(repeating: "}", count: 400)
    let crowd =
      "["
      + Array(repeating: ##"{"@id":"#x","@type":"Person","name":"Ada Example"}"##, count: 20_000).joined(separator: ",")
      + "]"
    let data = try Self.jsonLD(deep, crowd)
    #expect(data.persons.count == 1)
  }

  @Test("What is said first of a thing counts, in every process")
  func order() throws {
    let names = ["Ada", "Ben", "Cleo", "Dora", "Emil", "Fritz", "Gerda", "Hugo"]
    let things = names.enumerated().map { index, name in
      ##"{"@type":"Person","@id":"#\##(index)","description":"first"},"##
        + ##"{"@type":"Person","@id":"#\##(index)","description":"second"},"##
        + ##"{"@type":"Person","@id":"#\##(index)","name":"\##(name) Example","url":"/\##(index)"}"##
    }
    let data = try Self.jsonLD("[" + things.joined(separator: ",") + "]")
    #expect(data.persons.map(\.name) == names.map { $0 + " Example" })
    #expect(data.persons.allSatisfy { $0.description == "first" })
  }

  @Test("Thousands of things are read up to a limit, in every notation")
  func limit() throws {
    let count = LinkedGraph.maximumItems + 100
    let reviews = Array(repeating: #"{"@type":"Review","name":"One"}"#, count: count).joined(separator: ",")
    let page =
      #"<script type="application/ld+json">{"@type":"Movie","name":"M","review":[\#(reviews)]}</script>"#
      + String(repeating: "<p itemscope itemtype='https://schema.org/Review'>a</p>", count: count)
      + String(repeating: "<p typeof='Review'>a</p>", count: count)
      + String(repeating: "<p class='hreview'>a</p>", count: count)
    let document = try HTMLParser.parse(Array(page.utf8))
    let address = try #require(PageAddress(Self.address))
    #expect(JSONLDReader(document, page: address).graph.items.count == LinkedGraph.maximumItems)
    #expect(MicrodataReader(document, page: address).graph.items.count == LinkedGraph.maximumItems)
    #expect(RDFaReader(document, page: address).graph.items.count == LinkedGraph.maximumItems)
    #expect(MicroformatReader(document, page: address).graph.items.count == LinkedGraph.maximumItems)
  }
}
