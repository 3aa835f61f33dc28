internal import GRDB
internal import StetModel

/// A listing in SQL: the pages that fit, walked in order along an index or, when they are few, sorted.
struct PageListingQuery {
  /// What stands after FROM.
  let pages: String
  let condition: String
  let order: String
  let arguments: StatementArguments

  /// So many pages are sorted at once sooner than all others are passed by.
  private static let few = 5000

  /// - Parameter order: what comes first, in place of what the listing says.
  init(_ listing: PageListing, order: PageListing.Order? = nil, _ db: Database) throws {
    let order = order ?? listing.order
    var conditions = ["TRUE"]
    var arguments = StatementArguments()
    var index = Self.index(of: order)
    if let since = listing.since {
      conditions.append("pages.captured >= ?")
      arguments += [since.secondsSince1970]
      if order != .captured, try Self.areFew("captured >= ?", [since.secondsSince1970], db) {
        index = "pages_by_captured"
      }
    }
    if let host = listing.host {
      let range = Self.ranges([host])
      let only = try Self.onlyDomain(range.condition, range.arguments, db)
      conditions.append(only == nil ? range.condition : "pages.domain = ?")
      arguments += only.map { [$0] } ?? range.arguments
      if try (only != nil && order == .address) || Self.areFew(range.condition, range.arguments, db) {
        index = "pages_by_domain"
      }
    }
    if let after = listing.after {
      let rest = Self.behind(after, order)
      conditions.append(rest.condition)
      arguments += rest.arguments
    }
    pages = "pages INDEXED BY \(index)"
    condition = conditions.joined(separator: " AND ")
    self.arguments = arguments
    switch order {
    case .address: self.order = "pages.key, pages.folder"
    case .captured: self.order = "pages.captured DESC, pages.key, pages.folder"
    case .versions: self.order = "pages.versions DESC, pages.key, pages.folder"
    }
  }

  /// What says that a page stands behind a place.
  private static func behind(
    _ place: PageListing.Place, _ order: PageListing.Order
  ) -> (condition: String, arguments: StatementArguments) {
    let tie = "(pages.key, pages.folder) > (?, ?)"
    let names: StatementArguments = [place.key.description, place.folder]
    switch (order, place.captured?.secondsSince1970) {
    case (.address, _): return ("pages.key >= ? AND \(tie)", [place.key.description] + names)
    case (.versions, _):
      return (
        "pages.versions <= ? AND (pages.versions < ? OR \(tie))", [place.versions, place.versions] + names
      )
    case (.captured, let captured?):
      return (
        "(pages.captured < ? OR (pages.captured = ? AND \(tie)) OR pages.captured IS NULL)",
        [captured, captured] + names
      )
    case (.captured, nil): return ("pages.captured IS NULL AND \(tie)", names)
    }
  }

  /// The index whose order it is.
  private static func index(of order: PageListing.Order) -> String {
    switch order {
    case .address: "pages_by_key"
    case .captured: "pages_by_captured"
    case .versions: "pages_by_versions"
    }
  }

  /// The domain of all pages in a range, when it is one.
  private static func onlyDomain(_ range: String, _ bounds: StatementArguments, _ db: Database) throws -> String? {
    let ends = try ["min", "max"].map { end in
      try String.fetchOne(db, sql: "SELECT \(end)(domain) FROM pages WHERE \(range)", arguments: bounds)
    }
    return ends[0] == ends[1] ? ends[0] : nil
  }

  /// What says that a page is of one of these hosts, or below it.
  static func ranges(_ hosts: [String]) -> (condition: String, arguments: StatementArguments) {
    let choices = hosts.map { _ in "(pages.domain >= ? AND pages.domain < ?)" }
    let bounds = hosts.map(HostDomain.range).flatMap { [$0.start, $0.end] }
    return ("(\(choices.joined(separator: " OR ")))", StatementArguments(bounds))
  }

  /// Whether so few pages fit that they are better looked at together.
  static func areFew(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws -> Bool {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM pages WHERE \(condition) LIMIT \(few + 1))"
    return try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0 <= few
  }
}
