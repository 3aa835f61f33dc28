/// How a stretch of rendered text looks on a terminal that has colours (ECMA-48 SGR).
enum TextStyle: UInt8, Sendable {
  case plain, bold, dim, removed, added, moved

  /// The sequence that switches the style on; nil for plain text.
  var sequence: String? {
    switch self {
    case .plain: nil
    case .bold: "\u{1B}[1m"
    case .dim: "\u{1B}[2m"
    case .removed: "\u{1B}[31;9m"
    case .added: "\u{1B}[32m"
    case .moved: "\u{1B}[36m"
    }
  }

  /// The sequence that switches everything off.
  static let reset = "\u{1B}[0m"
}
