internal import GRDB
internal import StetModel

/// A listing in SQL.
struct PageListingQuery {
  let condition: String
  let order: String
  let arguments: StatementArguments

  init(_ listing: PageListing) {
    var conditions = ["TRUE"]
    var arguments = StatementArguments()
    if let host = listing.host {
      conditions.append("(pages.host = ? OR substr(pages.host, ?) = ?)")
      arguments += [host, -host.utf8.count - 1, "." + host]
    }
    if let since = listing.since {
      conditions.append("pages.captured >= ?")
      arguments += [since.secondsSince1970]
    }
    condition = conditions.joined(separator: " AND ")
    switch listing.order {
    case .address: order = "pages.key, pages.folder"
    case .captured: order = "pages.captured DESC NULLS LAST, pages.key, pages.folder"
    case .versions: order = "pages.versions DESC, pages.key, pages.folder"
    }
    self.arguments = arguments
  }
}
