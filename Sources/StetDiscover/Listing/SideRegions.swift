internal import StetHTML
internal import StetModel

/// The parts of a page that are beside the point: menus, sidebars, footers, what is popular or related.
struct SideRegions {
  /// For each node whether it stands in one.
  private let isSide: [Bool]

  init(_ links: ListingLinks) {
    let document = links.document
    var isSide = [Bool](repeating: false, count: document.count)
    let whole = max(document.text.count, 1)
    /// How many articles start before each node.
    var articles = [Int32](repeating: 0, count: document.count + 1)
    for node in 0..<document.count {
      articles[node + 1] = articles[node] + (document.tag(node) == .article || document.tag(node) == .main ? 1 : 0)
    }
    var node = 1
    while node < document.count {
      // What has most of the text, or articles, is no side of the page, whatever it is called: "content-sidebar-wrap".
      if document.isElement(node), Self.isNamedSo(node, links), document.textRange(node).count * 2 < whole,
        articles[document.end(node)] - articles[node] < 3
      {
        for inner in document.subtree(node) { isSide[inner] = true }
        node = document.end(node)
      } else {
        node += 1
      }
    }
    self.isSide = isSide
  }

  subscript(node: Int) -> Bool { isSide[node] }

  private static func isNamedSo(_ node: Int, _ links: ListingLinks) -> Bool {
    switch links.document.tag(node) {
    case .nav, .aside: return true
    case .footer: return links.document.closest(node, .article, .li) == nil
    case .html, .body, .main, .article, .a: return false
    default: break
    }
    if let role = links.document.attribute(node, .role)?.lowercased(), roles.contains(role) { return true }
    return links.words(node).contains { names.contains($0) }
  }

  private static let roles: Set<String> = ["navigation", "complementary", "contentinfo", "search", "dialog", "menu"]

  private static let names: Set<String> = [
    "nav", "navbar", "navigation", "menu", "menubar", "submenu", "footer", "sidebar", "aside", "widget", "widgets",
    "breadcrumb", "breadcrumbs", "pagination", "pager", "paging", "pagenavi", "tagcloud", "related", "popular",
    "mostread", "mostpopular", "trending", "recommended", "recommendations", "share", "sharing", "social", "comments",
    "respond", "cookie", "consent", "newsletter", "subscribe", "blogroll", "masthead", "toolbar", "modal", "popup",
    "gelesen", "meistgelesen", "rightcol", "leftcol", "rail",
  ]
}
