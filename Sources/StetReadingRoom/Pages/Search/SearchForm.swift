internal import StetArchive
internal import StetModel

/// What somebody asks the search for.
struct SearchForm: Hashable {
  var words = ""
  var host = ""
  /// A date each, or empty.
  var after = ""
  var before = ""
  /// nil: anywhere.
  var field: SearchField?
  var isOfAllVersions = false
  var part = 1

  /// How many finds a part shows.
  static let size = 20
  /// Beyond that, finds are no longer weighed against each other.
  static let maximumPart = 250

  init() {}

  init(_ request: RoomRequest) {
    words = request.text("q")
    host = request.text("host")
    after = request.text("after")
    before = request.text("before")
    field = SearchField(rawValue: request.text("in"))
    isOfAllVersions = request.value("all") == "1"
    part = min(Self.maximumPart, max(1, request.number("part") ?? 1))
  }

  var isEmpty: Bool { words.isEmpty && host.isEmpty && after.isEmpty && before.isEmpty }

  /// The query that it makes.
  /// - Throws: when there is no word in it, or a date is none.
  func query() throws(SearchQueryError) -> SearchQuery {
    try SearchQuery(words).narrowed(to: field, host: host, after: after, before: before)
  }

  /// What a link asks for to get the same, the part apart.
  var parameters: [(name: String, value: String)] {
    var found: [(name: String, value: String)] = [("q", words)]
    for (name, value) in [("host", host), ("after", after), ("before", before), ("in", field?.rawValue ?? "")]
    where !value.isEmpty { found.append((name, value)) }
    if isOfAllVersions { found.append(("all", "1")) }
    return found
  }
}
