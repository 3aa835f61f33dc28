internal import StetExtract
internal import StetModel
internal import StetRender

/// Prints records, or why they are as they are, in the form asked for.
final class RecordPrinting {
  private let console: Console
  private let format: RecordFormat
  private let isExplaining: Bool
  private let isForSeveral: Bool
  private var isFirst = true
  // One HTML document holds all records.
  private var collected: [Review] = []

  /// - Parameters:
  ///   - format: nil: JSON, a line for each of several; with `isExplaining` text.
  init(_ console: Console, format: RecordFormat?, isExplaining: Bool, isForSeveral: Bool) {
    self.console = console
    self.format = format ?? (isExplaining ? .text : .json)
    self.isExplaining = isExplaining
    self.isForSeveral = isForSeveral
  }

  /// Prints one record.
  func print(_ extraction: Extraction) throws(OutputError) {
    defer { isFirst = false }
    if isExplaining {
      if format == .json { return try printJSON(ExplanationRendering.json(extraction)) }
      if !isFirst { try console.output.line() }
      return try console.output.write(
        ExplanationRendering(style: console.style, width: console.width).render(extraction))
    }
    switch format {
    case .json: try printJSON(extraction.review.json)
    case .jsonl: try printLine(extraction.review.json)
    case .jsonLD: try printJSON(LinkedDataRendering.json(extraction.review))
    case .markdown:
      if !isFirst { try console.output.write("\n---\n\n") }
      try console.output.write(MarkdownRendering.render(extraction.review))
    case .text:
      if !isFirst { try console.output.write("\n\n") }
      try console.output.write(PlainTextRendering.render(extraction.review))
    case .html: collected.append(extraction.review)
    }
  }

  /// Prints what waits for the last record.
  func finish() throws(OutputError) {
    if !collected.isEmpty { try console.output.write(HTMLRendering.render(collected)) }
    try console.output.flush()
  }

  private func printJSON(_ json: JSONValue) throws(OutputError) {
    if isForSeveral { return try printLine(json) }
    try console.output.write(PrettyJSON.bytes(json, order: .kept))
  }

  /// Whole lines go out one by one: a reader of the pipe need not wait for the last page.
  private func printLine(_ json: JSONValue) throws(OutputError) {
    try console.output.write(CompactJSON.bytes(json) + [UInt8(ascii: "\n")])
    try console.output.flush()
  }
}
