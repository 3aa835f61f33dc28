internal import StetKit
internal import StetModel

/// What is due, in a line.
enum RunRendering {
  /// `due         2026-11-22T06:00:03Z  https://example.org/a  visited …`.
  static func line(_ entry: RunPlan.Entry, _ style: TextStyle) -> [UInt8] {
    let word = entry.kind.rawValue
    let padding = String(repeating: " ", count: max(1, 12 - word.count))
    let colored: String
    switch entry.kind {
    case .new: colored = style.green(word)
    case .retry: colored = style.yellow(word)
    case .due: colored = word
    case .feed, .sitemap, .listing, .frontPage: colored = style.cyan(word)
    }
    let address = VisibleText.line(entry.address.description)
    return Array("\(colored)\(padding)\(entry.due)  \(address)  \(style.dim(VisibleText.line(entry.why)))\n".utf8)
  }
}
