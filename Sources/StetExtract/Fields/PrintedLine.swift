internal import StetHTML
internal import StetModel

/// A line of a page as a reader sees it: the words between two breaks, whatever inline elements they stand in.
///
/// Old pages print headline, byline and date as lines of one table cell: there is no element to ask for each.
struct PrintedLine {
  /// The outermost element (or text) that holds the whole line and no other word.
  var node: Int
  var text: String
}

extension PageReading {
  private static let maximumLineBytes = 300

  /// Short lines from a little above the headline to the first sentences, and just below the text.
  /// - Parameter isWanted: whether the bytes of a line are worth a look.
  func linesRoundText(titleNode: Int?, where isWanted: ([UInt8]) -> Bool = { _ in true }) -> [PrintedLine] {
    guard let region else { return [] }
    let top = max(0, min(titleNode ?? region.start, region.start) - 50)
    let above = nodes(from: top, to: max(region.start, titleNode ?? 0) + 60)
    let below = nodes(from: max(region.end - 20, above.upperBound), to: region.end + 80)
    return printedLines(above, where: isWanted) + printedLines(below, where: isWanted)
  }

  /// The short visible lines that start in a stretch of the page, without those of foreign parts.
  func printedLines(_ range: Range<Int>, where isWanted: ([UInt8]) -> Bool = { _ in true }) -> [PrintedLine] {
    var lines: [PrintedLine] = []
    var open = OpenLine()
    for index in range {
      let tag = document.tag(index)
      if tag == .br || (tag != .text && TagClass.of(tag).contains(.block)) {
        close(&open, into: &lines, where: isWanted)
      } else if tag == .text, survey.isVisible[index] {
        if let last = open.nodes.last, survey.block[last] != survey.block[index] {
          close(&open, into: &lines, where: isWanted)
        }
        open.nodes.append(index)
        open.byteCount += document.textRange(index).count
      }
    }
    close(&open, into: &lines, where: isWanted)
    return lines
  }

  private struct OpenLine {
    var nodes: [Int] = []
    var byteCount = 0
  }

  private func close(_ open: inout OpenLine, into lines: inout [PrintedLine], where isWanted: ([UInt8]) -> Bool) {
    defer { open = OpenLine() }
    let weight = open.nodes.reduce(0) { $0 + survey.weight[$1] }
    guard let first = open.nodes.first, (3...200).contains(weight), open.byteCount <= Self.maximumLineBytes else {
      return
    }
    var bytes: [UInt8] = []
    for node in open.nodes { bytes.append(contentsOf: document.text[document.textRange(node)]) }
    guard isWanted(bytes) else { return }
    let text = ReadingText.normalized(String(decoding: bytes, as: UTF8.self))
    var holder = first
    for ancestor in document.ancestors(first) {
      guard ancestor > 0, survey.weight[ancestor] == weight, document.tag(ancestor) != .body else { break }
      holder = ancestor
    }
    guard !text.isEmpty, !isForeign(holder) else { return }
    lines.append(PrintedLine(node: holder, text: text))
  }
}
