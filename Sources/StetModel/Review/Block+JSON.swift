extension Block: JSONRepresentable {
  /// An object whose `type` names the case.
  public var json: JSONValue {
    var builder = JSONBuilder()
    switch self {
    case .paragraph(let text, let markdown):
      builder.add("type", "paragraph" as String)
      builder.add("text", text)
      builder.add("markdown", markdown)
    case .heading(let level, let text):
      builder.add("type", "heading" as String)
      builder.add("level", level)
      builder.add("text", text)
    case .list(let ordered, let items):
      builder.add("type", "list" as String)
      builder.add("ordered", ordered)
      builder.add("items", .array(items.map(\.json)))
    case .quote(let blocks, let cite):
      builder.add("type", "quote" as String)
      builder.add("blocks", .array(blocks.map(\.json)))
      builder.add("cite", cite)
    case .figure(let src, let alt, let caption):
      builder.add("type", "figure" as String)
      builder.add("src", src)
      builder.add("alt", alt)
      builder.add("caption", caption)
    case .table(let rows, let header, let caption):
      builder.add("type", "table" as String)
      builder.add("rows", .array(rows.map(JSONValue.strings)))
      builder.add("header", header)
      builder.add("caption", caption)
    case .code(let text, let language):
      builder.add("type", "code" as String)
      builder.add("text", text)
      builder.add("language", language)
    case .embed(let src, let title):
      builder.add("type", "embed" as String)
      builder.add("src", src)
      builder.add("title", title)
    case .rule: builder.add("type", "rule" as String)
    case .unknown(let json): return json
    }
    return builder.value
  }

  /// Reads a block; a `type` of a later version is kept as it is.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    switch try reader.text("type") {
    case "paragraph": self = .paragraph(text: try reader.text("text"), markdown: try reader.textIfAny("markdown"))
    case "heading": self = .heading(level: try reader.integer("level"), text: try reader.text("text"))
    case "list": self = .list(ordered: try reader.flagIfAny("ordered") ?? false, items: try reader.values("items"))
    case "quote": self = .quote(blocks: try reader.values("blocks"), cite: try reader.textIfAny("cite"))
    case "figure":
      self = .figure(
        src: try reader.textIfAny("src"), alt: try reader.textIfAny("alt"), caption: try reader.textIfAny("caption"))
    case "table":
      let rows = try reader.optional("rows", "an array of arrays of strings") { value -> [[String]]? in
        guard let rows = value.array else { return nil }
        let cells = rows.compactMap { row -> [String]? in
          guard let row = row.array else { return nil }
          let texts = row.compactMap(\.string)
          return texts.count == row.count ? texts : nil
        }
        return cells.count == rows.count ? cells : nil
      }
      self = .table(
        rows: rows ?? [], header: try reader.flagIfAny("header"), caption: try reader.textIfAny("caption"))
    case "code": self = .code(text: try reader.text("text"), language: try reader.textIfAny("language"))
    case "embed": self = .embed(src: try reader.text("src"), title: try reader.textIfAny("title"))
    case "rule": self = .rule
    default: self = .unknown(json)
    }
  }
}
