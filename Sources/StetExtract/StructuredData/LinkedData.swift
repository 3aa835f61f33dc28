internal import StetHTML
internal import StetModel

/// Everything that a page says of itself in structured data: JSON-LD, microdata, RDFa and microformats.
struct LinkedData: Sendable {
  /// Articles and reviews that may be the page's own, the likeliest first. Those of other pages stand last.
  var articles: [LinkedArticle] = []
  /// What the page is about, if that is no text.
  var subject: LinkedSubject = []
  /// The way to the page, from the top; empty when none is given.
  var breadcrumb: [Term] = []
  /// Everyone who is described, authors or not.
  var persons: [LinkedPerson] = []
  /// The name of the WebSite.
  var websiteName: String?
  /// The name of the publisher, else of the first organisation described at the top.
  var organizationName: String?

  /// Reads a page's structured data. `pageAddress` tells which of several articles is the page's own; without
  /// `microformats`, these are not looked for.
  static func read(_ document: HTMLDocument, pageAddress: PageAddress, microformats: Bool = true) -> LinkedData {
    let identity = PageIdentity(document, page: pageAddress)
    var graphs = [
      JSONLDReader(document, page: pageAddress).graph, MicrodataReader(document, page: pageAddress).graph,
      RDFaReader(document, page: pageAddress).graph,
    ]
    if microformats { graphs.append(MicroformatReader(document, page: pageAddress).graph) }
    var data = LinkedData()
    for graph in graphs where !graph.items.isEmpty {
      data.articles += LinkedArticleReader(graph, identity: identity).articles()
      data.subject.formUnion(LinkedSubject.of(graph))
      if data.breadcrumb.count < 2 {
        let breadcrumb = LinkedBreadcrumbReader(graph).breadcrumb()
        if breadcrumb.count > data.breadcrumb.count { data.breadcrumb = breadcrumb }
      }
      data.persons += LinkedPersonReader(graph).persons()
      data.websiteName = data.websiteName ?? name(of: { $0.isA("WebSite") }, in: graph)
      data.organizationName =
        data.organizationName ?? data.articles.lazy.compactMap(\.publisherName).first
        ?? name(of: { $0.parent == nil && $0.types.contains { $0.hasSuffix("Organization") } }, in: graph)
    }
    data.rank()
    return data
  }

  /// The first value that the page's own articles give, the likeliest article first.
  func first<T>(_ field: (LinkedArticle) -> T?) -> (value: T, article: LinkedArticle)? {
    for article in articles where article.belonging != .elsewhere {
      if let value = field(article) { return (value, article) }
    }
    return nil
  }

  private mutating func rank() {
    let ranked = articles.enumerated().sorted { left, right in
      let (first, second) = (Self.weight(left.element), Self.weight(right.element))
      return first == second ? left.offset < right.offset : first > second
    }
    articles = ranked.map(\.element)
  }

  /// What is told to be this page comes before the rest, then the type decides, then how much is said.
  private static func weight(_ article: LinkedArticle) -> Int {
    let type = (LinkedType.best(of: article.types) ?? .webPage).rawValue
    var said = 0
    if article.headline != nil || article.name != nil { said += 4 }
    if !article.authors.isEmpty { said += 2 }
    if article.datePublished != nil { said += 1 }
    if article.bodyNode != nil || article.articleBody != nil || article.reviewBody != nil { said += 2 }
    // A page as such is always told to be this page; an article that does not say so still knows more.
    let belonging = type == LinkedType.webPage.rawValue ? min(article.belonging, .unknown) : article.belonging
    return belonging.rawValue * 1000 + type * 100 + said
  }

  private static func name(of kind: (LinkedItem) -> Bool, in graph: LinkedGraph) -> String? {
    for index in graph.items.indices where kind(graph.items[index]) {
      if let name = graph.text(index, .name) { return name }
    }
    return nil
  }
}
