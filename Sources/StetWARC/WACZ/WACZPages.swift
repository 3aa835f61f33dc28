public import StetModel

/// The pages of a WACZ file (1.1.1, `pages/pages.jsonl`): where a reader may start.
public struct WACZPages: Sendable {
  /// The content of the file so far.
  public private(set) var bytes: [UInt8] = []
  /// The first page's address; nil when there is none.
  public private(set) var mainURL: String?
  /// When the first page was captured.
  public private(set) var mainDate: Timestamp?

  /// A list without pages.
  public init() {
    add(["format": "json-pages-1.0", "id": "pages", "title": "All Pages"])
  }

  /// Adds a page.
  /// - Parameters:
  ///   - id: tells it from others.
  ///   - url: the address under which it was captured.
  public mutating func add(id: String, url: String, captured: Timestamp, title: String?) {
    var object: JSONObject = ["id": .string(id), "url": .string(url), "ts": .string(captured.description)]
    object["title"] = title.map(JSONValue.string)
    add(object)
    guard mainURL == nil else { return }
    (mainURL, mainDate) = (url, captured)
  }

  private mutating func add(_ object: JSONObject) {
    bytes += CompactJSON.bytes(.object(object)) + [UInt8(ascii: "\n")]
  }
}
