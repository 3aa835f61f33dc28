/// One entry of a list.
public struct ListItem: Sendable, Hashable, JSONRepresentable {
  /// The plain reading of the entry, without nested lists.
  public var text: String
  /// The entry with its inline markup in CommonMark, where it has any.
  public var markdown: String?
  /// Entries nested below.
  public var items: [ListItem]

  /// An entry.
  public init(text: String, markdown: String? = nil, items: [ListItem] = []) {
    self.text = text
    self.markdown = markdown
    self.items = items
  }

  /// `{"text", "markdown"?, "items"?}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("text", text)
    builder.add("markdown", markdown)
    builder.add("items", items)
    return builder.value
  }

  /// Reads `{"text", "markdown"?, "items"?}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    text = try reader.text("text")
    markdown = try reader.textIfAny("markdown")
    items = try reader.values("items")
  }

  /// The plain reading with nested entries, one a line.
  public var plainText: String { ([text] + items.map(\.plainText)).filter { !$0.isEmpty }.joined(separator: "\n") }
}
