internal import StetHTML
internal import StetModel

/// Links that may be tags or categories and stand together, with what is said of each.
struct TermList {
  /// One link of the list.
  struct Link {
    var node: Int
    /// What `rel` and address tell.
    var own: TermLink.Kind?
    /// What the words before it say: before the link itself, or before the ones it goes on from.
    var label: TermLabel?
    /// Whether the page's metadata gives its words as a keyword.
    var isKeyword = false
  }

  /// The element that holds the list.
  var holder: Int
  var links: [Link]
  /// What the list, or else the element round each of its entries, is called: tags, categories, both or neither.
  var called: Signals
  /// What a heading or a box of its own just before the list says.
  var heading: TermLink.Kind?
  /// How often `rel` and addresses, or the heading, say each kind.
  var tagVotes = 0
  var categoryVotes = 0

  init(holder: Int, called: Signals) {
    self.holder = holder
    self.called = called
    links = []
  }

  mutating func add(_ link: Link, heading: TermLink.Kind?) {
    var link = link
    link.label = heading.map { TermLabel(kind: $0, isVague: false) }
    links.append(link)
    self.heading = heading ?? self.heading
    switch heading ?? link.own {
    case .tag: tagVotes += 1
    case .category: categoryVotes += 1
    case nil: break
    }
  }

  /// Whether addresses tell tags and categories apart.
  var isMixed: Bool { tagVotes > 0 && categoryVotes > 0 }

  /// Whether nothing but the page's keywords makes it a list of terms.
  var isOnlyKeywords: Bool {
    called.isEmpty && tagVotes == 0 && categoryVotes == 0 && links.allSatisfy(\.isKeyword)
  }
}
