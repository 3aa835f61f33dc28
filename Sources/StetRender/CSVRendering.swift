internal import StetModel

/// Versions as rows of a table that Excel opens: UTF-8 with a byte order mark, CRLF.
public struct CSVRendering {
  private var text = CSVText()

  /// A table.
  public init() {}

  /// How many cells held more than a spreadsheet takes, and were cut with a word on it.
  public var cutCells: Int { text.cutCells }

  /// The names of the columns.
  public static let columns = [
    "page", "version", "captured", "gone", "cause", "kind", "title", "byline", "authors", "published", "modified",
    "lead",
    "item", "item_type", "item_creators", "item_year", "rating", "rating_value", "rating_best", "rating_worst", "pros",
    "cons", "verdict", "categories", "tags", "author_bio", "site", "language", "text", "digest",
  ]

  /// The first row, with the mark that tells Excel of UTF-8.
  public mutating func header() -> String { "\u{FEFF}" + text.row(Self.columns.map(CSVText.Cell.text)) }

  /// A version's row; values of a list are kept apart by `; `.
  public mutating func row(_ version: StoredVersion) -> String {
    let snapshot = version.snapshot
    let review = snapshot.review
    var cells: [CSVText.Cell] = [
      .text(snapshot.page.description), .number("\(snapshot.version)"), .text(snapshot.captured.description),
      Self.cell(version.goneSince?.description), .text(snapshot.cause.rawValue), Self.cell(review?.kind.rawValue),
      Self.cell(review?.title), Self.cell(review?.byline), Self.list(review?.authors.map(\.name)),
      Self.cell(review?.published), Self.cell(review?.modified), Self.cell(review?.lead),
    ]
    cells += [
      Self.cell(review?.item?.name), Self.cell(review?.item?.type), Self.list(review?.item?.creators),
      review?.item?.year.map { .number("\($0)") } ?? .empty,
    ]
    cells += Self.rating(review?.rating)
    cells += [
      Self.list(review?.pros), Self.list(review?.cons), Self.cell(review?.verdict),
      Self.list(review?.categories.map(\.name)), Self.list(review?.tags.map(\.name)), Self.cell(review?.authorBio),
      Self.cell(review?.siteName), Self.cell(review?.language), Self.cell(review?.bodyText),
      .text(version.digest.description),
    ]
    return text.row(cells)
  }

  private static func rating(_ rating: Rating?) -> [CSVText.Cell] {
    guard let rating else { return [.empty, .empty, .empty, .empty] }
    let value: CSVText.Cell
    switch rating.value {
    case .number(let number): value = self.number(number)
    case .grade(let grade): value = .text(grade)
    }
    return [cell(rating.text), value, rating.best.map(number) ?? .empty, rating.worst.map(number) ?? .empty]
  }

  private static func number(_ number: Double) -> CSVText.Cell {
    .number(String(decoding: CompactJSON.bytes(.number(number)), as: UTF8.self))
  }

  private static func cell(_ text: String?) -> CSVText.Cell {
    guard let text, !text.isEmpty else { return .empty }
    return .text(text)
  }

  private static func list(_ texts: [String]?) -> CSVText.Cell { cell(texts?.joined(separator: "; ")) }
}
