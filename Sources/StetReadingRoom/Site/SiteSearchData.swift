internal import StetArchive
internal import StetModel

/// What the search of a folder of files looks through: a line for each page, in scripts of some thousand lines.
struct SiteSearchData {
  private static let linesInPart = 2_000

  /// How many parts have been handed over.
  private(set) var parts = 0
  private var lines: [[UInt8]] = []

  /// Takes in a page. Hands over the part that it fills.
  mutating func add(_ history: PageHistory, _ review: Review?, _ links: RoomLinks) -> [UInt8]? {
    let item = review?.item
    let who = review?.byline ?? review?.authors.map(\.name).joined(separator: ", ") ?? ""
    let what = [item?.name].compactMap(\.self) + (item?.creators ?? [])
    let terms = ((review?.categories ?? []) + (review?.tags ?? [])).map(\.name)
    let date =
      review?.published.map { String($0.prefix(10)) }
      ?? history.readable.map { String($0.captured.description.prefix(10)) }
    // What is put into a page as text is not escaped there: what could reorder it is made visible here, as in all pages.
    let line: [JSONValue] = [
      history.title, links(.page(history.name)), history.page.key.description, date ?? "", who,
      what.joined(separator: ", "), terms.joined(separator: ", "),
    ].map { .string(VisibleText.lines($0)) }
    lines.append(CompactJSON.bytes(.array(line)))
    return lines.count == Self.linesInPart ? take() : nil
  }

  /// The part that is not full; nil when it is empty.
  mutating func rest() -> [UInt8]? { lines.isEmpty ? nil : take() }

  private mutating func take() -> [UInt8] {
    parts += 1
    var bytes = Array("(globalThis.stetPages ??= []).push(\n".utf8)
    for line in lines { bytes += line + Array(",\n".utf8) }
    bytes += Array(");\n".utf8)
    lines = []
    return bytes
  }
}
