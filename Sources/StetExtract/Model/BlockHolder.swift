internal import StetHTML

/// Kinds of elements that a block stands in.
struct BlockHolder: OptionSet {
  let rawValue: UInt16

  /// By bit.
  static let names = [
    "Article", "Main", "Aside", "Nav", "Footer", "Header", "Form", "Table", "List", "Figure", "Quote",
  ]

  /// What an element is a holder as.
  static func of(_ tag: Tag) -> BlockHolder {
    switch tag {
    case .article: BlockHolder(rawValue: 1 << 0)
    case .main: BlockHolder(rawValue: 1 << 1)
    case .aside: BlockHolder(rawValue: 1 << 2)
    case .nav, .menu: BlockHolder(rawValue: 1 << 3)
    case .footer: BlockHolder(rawValue: 1 << 4)
    case .header: BlockHolder(rawValue: 1 << 5)
    case .form: BlockHolder(rawValue: 1 << 6)
    case .table: BlockHolder(rawValue: 1 << 7)
    case .ul, .ol, .dl: BlockHolder(rawValue: 1 << 8)
    case .figure: BlockHolder(rawValue: 1 << 9)
    case .blockquote: BlockHolder(rawValue: 1 << 10)
    default: []
    }
  }
}
