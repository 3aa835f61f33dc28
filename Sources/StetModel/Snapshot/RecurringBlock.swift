/// A block that was left out of a page's text, because other pages of its host say the same.
public struct RecurringBlock: Sendable, Hashable, JSONRepresentable {
  /// What it says, as a number.
  public var print: BlockPrint
  /// On how many other pages it was found.
  public var pages: Int
  /// How many were looked at.
  public var of: Int

  /// A block that recurs.
  public init(_ print: BlockPrint, pages: Int, of: Int) {
    self.print = print
    self.pages = pages
    self.of = of
  }

  /// `{"block", "pages", "of"}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("block", print.description)
    builder.add("pages", pages)
    builder.add("of", of)
    return builder.value
  }

  /// Reads `{"block", "pages", "of"}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    print = try reader.required("block", "16 hexadecimal digits") { $0.string.flatMap(BlockPrint.init) }
    pages = try reader.integer("pages")
    of = try reader.integer("of")
  }
}
