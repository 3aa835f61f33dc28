/// One value of a property, unread: most properties of a page are never asked for.
enum LinkedValue: Sendable {
  /// Text as written in JSON: character references and markup may stand in it.
  case text(String)
  /// A number written in JSON.
  case number(Double)
  /// The element that carries the value.
  case node(Int)
  /// Another thing, as index of the graph's items.
  case item(Int)
}
