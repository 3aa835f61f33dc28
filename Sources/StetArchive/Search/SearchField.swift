/// What a word can be looked for in; the columns of the full-text table.
public enum SearchField: String, Sendable, Hashable, CaseIterable {
  case title, author, item, tag, body

  static let columns = allCases.map(\.rawValue).joined(separator: ", ")

  /// How much a find in this field weighs.
  var weight: Double {
    switch self {
    case .title: 10
    case .item: 6
    case .author: 4
    case .tag: 3
    case .body: 1
    }
  }
}
