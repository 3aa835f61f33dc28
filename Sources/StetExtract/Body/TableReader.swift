internal import StetHTML
internal import StetModel

/// Tells tables of data from tables that lay a page out, and reads the former.
struct TableReader {
  let survey: PageSurvey
  private var document: HTMLDocument { survey.document }

  init(_ survey: PageSurvey) { self.survey = survey }

  /// The table as a block; nil when it is layout.
  func read(_ table: Int) -> Block? {
    var rows: [[String]] = []
    var header = false
    var caption: String?
    if document.attribute(table, .role) == "presentation" { return nil }
    for node in document.subtree(table) where node != table && survey.isVisible[node] {
      switch document.tag(node) {
      case .table, .h1, .h2, .h3, .article: return nil
      case .caption: caption = caption ?? survey.line(node)
      case .tr: rows.append([])
      case .td, .th:
        guard !rows.isEmpty, survey.weight[node] < 600, document.end(node) - node < 500 else { return nil }
        if document.tag(node) == .th, rows.count == 1 { header = true }
        rows[rows.count - 1].append(survey.line(node))
      default: break
      }
    }
    rows.removeAll { $0.allSatisfy(\.isEmpty) }
    guard rows.count > 1, rows.contains(where: { $0.count > 1 }) else { return nil }
    // Columns of very unlike number are a sign of layout.
    let columns = rows.map(\.count).max() ?? 0
    guard rows.filter({ $0.count == columns }).count * 2 >= rows.count else { return nil }
    return .table(rows: rows, header: header ? true : nil, caption: caption?.isEmpty == false ? caption : nil)
  }
}
