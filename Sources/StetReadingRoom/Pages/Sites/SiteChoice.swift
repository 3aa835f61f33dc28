internal import StetArchive
internal import StetModel

/// Which sites the front page shows, and in which order.
struct SiteChoice {
  enum Order: String, CaseIterable {
    case name, changed, pages, failing

    var words: String {
      switch self {
      case .name: "Name"
      case .changed: "Last change"
      case .pages: "Pages"
      case .failing: "Failing first"
      }
    }
  }

  var filter = ""
  var order = Order.name
  /// Which part of the list.
  var part = 1
  /// How many sites a part has; nil: all in one.
  var size: Int? = 100

  init() {}

  init(_ request: RoomRequest) {
    filter = request.text("filter")
    order = request.value("sort").flatMap(Order.init) ?? .name
    part = max(1, request.number("part") ?? 1)
  }

  /// The sites that it lets through, in its order.
  func applied(to sites: [SiteSummary], health: (SiteSummary) -> SiteHealth) -> [SiteSummary] {
    let wanted = filter.lowercased()
    let found = wanted.isEmpty ? sites : sites.filter { $0.host.contains(wanted) }
    switch order {
    case .name: return found
    case .changed: return found.sorted { (Self.moment($0), $1.host) > (Self.moment($1), $0.host) }
    case .pages: return found.sorted { ($0.pages, $1.host) > ($1.pages, $0.host) }
    case .failing:
      return found.map { ($0, health($0).since) }.sorted { left, right in
        guard let first = left.1, let second = right.1, first != second else {
          return (left.1 != nil) == (right.1 != nil) ? left.0.host < right.0.host : left.1 != nil
        }
        return first < second
      }.map(\.0)
    }
  }

  private static func moment(_ site: SiteSummary) -> Int64 { site.lastChange?.secondsSince1970 ?? .min }

  /// What a link asks for to get it again, the part apart.
  var query: [(name: String, value: String)] {
    (filter.isEmpty ? [] : [(name: "filter", value: filter)])
      + (order == .name ? [] : [(name: "sort", value: order.rawValue)])
  }
}
