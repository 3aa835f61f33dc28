import StetHTML
import Testing

/// An Atom feed as a feed reader takes it: parsed as XML, which it has to be.
struct AtomReader {
  struct Entry {
    var id = ""
    var title = ""
    var updated = ""
    var summary = ""
    var content = ""
    var links: [String: String] = [:]
    /// Of the room's own words for severity.
    var categories: [String] = []
    /// The page's.
    var tags: [String] = []
    var authors: [String] = []
  }

  var id = ""
  var title = ""
  var updated = ""
  var links: [String: String] = [:]
  var entries: [Entry] = []

  init(_ bytes: [UInt8]) throws {
    let reading = try XMLReader.read(bytes) { Handler() }
    try #require(reading.isWellFormed)
    self = reading.handler.feed
  }

  private init() {}

  private final class Handler: XMLHandler {
    private static let names = [
      "feed", "entry", "id", "title", "updated", "summary", "content", "link", "category", "author", "name", "uri",
      "published", "generator",
    ]

    var feed = AtomReader()
    private var entry: Entry?
    private var open: [String] = []
    private var piece: [UInt8] = []

    func name(_ local: String, prefix: String?, namespace: String?) -> Int {
      guard namespace == "http://www.w3.org/2005/Atom" else { return 0 }
      return (Self.names.firstIndex(of: local) ?? -1) + 1
    }

    var wantsText: Bool { true }
    var isDone: Bool { false }

    func start(_ name: Int, _ attributes: [XMLAttribute]) {
      // What no feed of ours has is a finding: markup that got in with a text.
      let name = name == 0 ? "?" : Self.names[name - 1]
      #expect(name != "?")
      open.append(name)
      piece = []
      switch name {
      case "entry": entry = Entry()
      case "link":
        guard let relation = attributes["rel"], let address = attributes["href"] else { return }
        if entry == nil { feed.links[relation] = address } else { entry?.links[relation] = address }
      case "category":
        let term = attributes["term"] ?? ""
        if attributes["scheme"] == nil { entry?.tags.append(term) } else { entry?.categories.append(term) }
      default: break
      }
    }

    func text(_ span: Span<UInt8>) {
      for index in span.indices { piece.append(span[index]) }
    }

    func end() {
      let text = String(decoding: piece, as: UTF8.self)
      let name = open.popLast()
      piece = []
      switch (name, open.last) {
      case ("id", "entry"): entry?.id = text
      case ("id", _): feed.id = text
      case ("title", "entry"): entry?.title = text
      case ("title", _): feed.title = text
      case ("updated", "entry"): entry?.updated = text
      case ("updated", _): feed.updated = text
      case ("summary", _): entry?.summary = text
      case ("content", _): entry?.content = text
      case ("name", _): entry?.authors.append(text)
      case ("entry", _):
        if let entry { feed.entries.append(entry) }
        entry = nil
      default: break
      }
    }
  }
}

extension [XMLAttribute] {
  fileprivate subscript(_ local: String) -> String? { first { $0.local == local }?.value }
}
