internal import StetHTML
internal import StetModel

/// The addresses that a page goes by, compared as people would: scheme, `www.`, `amp` and a trailing slash do not count.
struct PageIdentity: Sendable {
  private var forms: Set<String>
  private let page: PageAddress

  /// The page's address, its `rel=canonical` and its `og:url`.
  init(_ document: HTMLDocument, page: PageAddress) {
    self.page = page
    forms = [Self.form(page)]
    // A stray element in the head makes parsers begin the body early: the rest of the head stands there then.
    let nodes = document.nodes
    let all = nodes.span
    for node in all.indices {
      switch all[node].tag {
      case .link where Self.says(document, node, .rel, "canonical"): add(document.attribute(node, .href))
      case .meta where Self.says(document, node, .property, "og:url"): add(document.attribute(node, .content))
      default: continue
      }
    }
  }

  /// Whether an address is this page's; nil when it says nothing: absent, the site's front page, another host's.
  func matches(_ address: String?) -> Bool? {
    guard let address, let parsed = page.resolving(address) else { return nil }
    if forms.contains(Self.form(parsed)) { return true }
    return parsed.path == "/" && parsed.query == nil ? nil : false
  }

  private mutating func add(_ address: String?) {
    guard let address, let parsed = page.resolving(address), parsed.path != "/" || parsed.query != nil else { return }
    forms.insert(Self.form(parsed))
  }

  private static func says(_ document: HTMLDocument, _ node: Int, _ name: AttributeName, _ word: StaticString) -> Bool {
    guard let value = document.value(node, name) else { return false }
    var found = false
    ClassTokens.each(document.values[value.indices]) { token in
      found = found || (token.count == word.utf8CodeUnitCount && ByteSearch.starts(token, with: word))
    }
    return found
  }

  private static func form(_ address: PageAddress) -> String {
    var host = Substring(address.host)
    for prefix in ["www.", "m.", "amp.", "mobile."]
    where host.hasPrefix(prefix) && host.dropFirst(prefix.count).contains(".") {
      host = host.dropFirst(prefix.count)
      break
    }
    let key = PageKey(address).description
    let query = key.utf8.firstIndex(of: UInt8(ascii: "?")).map { key[$0...] } ?? ""
    var path = Substring(address.path)
    while path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
    for suffix in ["/amp", "/index.html", "/index.htm", "/index.php"] where path.hasSuffix(suffix) {
      path = path.dropLast(suffix.count)
    }
    return "\(host)\(path)\(query)"
  }
}
