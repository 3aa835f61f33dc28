internal import StetHTML
internal import StetModel

/// The links of a page, and what stands around them.
struct ListingLinks {
  /// One `a` element with an address.
  struct Link {
    var node: Int
    var target: PageAddress
  }

  let document: HTMLDocument
  /// The page's own address.
  let address: PageAddress
  /// All links that lead to web pages, in document order.
  let links: [Link]
  private let base: PageAddress

  init(_ document: HTMLDocument, at address: PageAddress) {
    self.document = document
    self.address = address
    let base = PageBase.of(document, at: address)
    self.base = base
    links = (0..<document.count).compactMap { node in
      guard document.tag(node) == .a, let href = document.attribute(node, .href), let target = base.resolving(href)
      else { return nil }
      return Link(node: node, target: target.withoutFragment)
    }
  }

  /// The address that a reference on the page leads to.
  func resolve(_ reference: String) -> PageAddress? { base.resolving(reference) }

  /// Whether an address is on the page's own host, with or without `www.`, or on a host below it.
  func isOwn(_ target: PageAddress) -> Bool {
    let own = Self.bare(address.host)
    return Self.bare(target.host) == own || target.host.hasSuffix("." + own)
  }

  private static func bare(_ host: String) -> Substring {
    host.hasPrefix("www.") ? host.dropFirst(4) : Substring(host)
  }

  /// The text of a subtree on one line; nil when there is none.
  func text(_ node: Int) -> String? {
    let range = document.textRange(node)
    guard range.count <= 4096 else { return nil }
    return FeedText.plain(String(decoding: document.text[range], as: UTF8.self), type: "text")
  }

  /// What a link says: its text, or what is said of it to those who cannot see it.
  func label(_ link: Int) -> String? {
    text(link)
      ?? [AttributeName.ariaLabel, .title].lazy
      .compactMap { FeedText.plain(document.attribute(link, $0), type: "text") }.first
  }

  /// The words of an element's `class` and `id`, in lower case, cut at everything that is no letter.
  func words(_ node: Int) -> [String] {
    var words: [String] = []
    for name in [AttributeName.class, .id] {
      guard let value = document.value(node, name) else { continue }
      for word in document.values[value.indices].prefix(400).split(whereSeparator: { !ASCII.isLetter($0) }) {
        words.append(ASCII.lowercased(String(decoding: word, as: UTF8.self)))
      }
    }
    return words
  }
}
