internal import StetArchive
internal import StetModel

/// Prints pages one by one: a line each, or the elements of one JSON array.
final class PageListPrinting {
  private let console: Console
  private let isJSON: Bool
  /// Width of the column of counts.
  private let column: Int
  private var elements: JSONArrayPrinting

  /// - Parameter mostVersions: the highest count of versions among the pages to come.
  init(_ console: Console, isJSON: Bool, mostVersions: Int) {
    self.console = console
    self.isJSON = isJSON
    column = String(mostVersions).count
    elements = JSONArrayPrinting(console.output)
  }

  func print(_ page: PageSummary) throws(OutputError) {
    if isJSON {
      try elements.print(page.json)
    } else {
      try console.output.line(line(page))
    }
  }

  /// After the last page.
  func finish() throws(OutputError) {
    if isJSON { try elements.finish() }
  }

  private func line(_ page: PageSummary) -> String {
    let style = console.style
    let count = String(page.versions)
    var line = String(repeating: " ", count: max(0, column - count.count)) + count
    line += "  " + style.dim(page.latest.map { $0.captured.description } ?? "-                   ")
    line += "  " + VisibleText.line(page.key.description)
    if let title = page.latest?.title { line += "  " + style.bold(VisibleText.line(title)) }
    if page.latest?.cause == .gone { line += "  " + style.yellow("(gone)") }
    if page.latest == nil { line += "  " + style.yellow("(nothing but quarantined observations)") }
    return line
  }
}
