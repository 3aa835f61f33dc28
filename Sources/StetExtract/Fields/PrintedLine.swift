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

/// A short visible line that has been found and not yet looked at.
struct FoundLine {
  /// Its first text.
  var first: Int
  var weight: Int32
  /// Its bytes, white space as it stands in the source.
  var bytes: [UInt8]
  /// Its words.
  var text: String { ReadingText.normalized(String(decoding: bytes, as: UTF8.self)) }
}

extension PageReading {
  private static let maximumLineBytes = 300

  /// Short lines from a little above the headline to the first sentences, and just below the text.
  func linesRoundText(titleNode: Int?) -> [PrintedLine] {
    linesRoundText(titleNode: titleNode) { _ in true }
  }

  /// The same, of those only whose bytes pass a test.
  func linesRoundText(titleNode: Int?, where mayMatter: ([UInt8]) -> Bool) -> [PrintedLine] {
    guard let region else { return [] }
    let top = max(0, min(titleNode ?? region.start, region.start) - 50)
    let above = nodes(from: top, to: max(region.start, titleNode ?? 0) + 60)
    let below = nodes(from: max(region.end - 20, above.upperBound), to: region.end + 80)
    return (linesNearText ?? findLines(titleNode: titleNode)).compactMap { line in
      (above.contains(line.first) || below.contains(line.first)) && mayMatter(line.bytes) ? printed(line) : nil
    }
  }

  /// Finds the lines of all that stands near the headline or an end of the text.
  func findLines(titleNode: Int?) -> [FoundLine] {
    guard let region else { return [] }
    let first = max(0, (titleNode ?? region.start) - 60)
    let top = max(0, min(first, region.start - 50))
    let above = nodes(from: top, to: max(region.start + 200, first + 400, (titleNode ?? 0) + 60))
    let below = nodes(from: max(above.upperBound, region.end - 200), to: region.end + 120)
    // A line is not to be cut where the one stretch ends and the other begins.
    if below.lowerBound <= above.upperBound { return foundLines(above.lowerBound..<below.upperBound) }
    return foundLines(above) + foundLines(below)
  }

  /// The short visible lines that start in a stretch of the page.
  func foundLines(_ range: Range<Int>) -> [FoundLine] {
    var lines: [FoundLine] = []
    var open: (first: Int, last: Int)?
    func close() {
      guard let (first, last) = open else { return }
      open = nil
      var weight: Int32 = 0
      var count = 0
      for index in first...last where document.tag(index) == .text && survey.isVisible[index] {
        weight += survey.weight[index]
        count += document.textRange(index).count
        if weight > 200 || count > Self.maximumLineBytes { return }
      }
      guard weight >= 3 else { return }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count)
      var before: Int?
      for index in first...last where document.tag(index) == .text && survey.isVisible[index] {
        if let before, SetApart.areParted(before, index, survey) { bytes.append(0x20) }
        if survey.weight[index] > 0 { before = index }
        bytes.append(contentsOf: document.text[document.textRange(index)])
      }
      lines.append(FoundLine(first: first, weight: weight, bytes: bytes))
    }
    for index in range {
      let tag = document.tag(index)
      if tag == .text {
        guard survey.isVisible[index] else { continue }
        if let last = open?.last, survey.block[last] != survey.block[index] { close() }
        open = (open?.first ?? index, index)
      } else if tag == .br || TagClass.of(tag).contains(.block) {
        close()
      }
    }
    close()
    return lines
  }

  /// A found line with its words and its element; nil when it is part of something foreign.
  /// - Parameter isBesideText: whether a column beside the text will do.
  func printed(_ line: FoundLine, isBesideText: Bool = false) -> PrintedLine? {
    var holder = line.first
    for ancestor in document.ancestors(line.first) {
      guard ancestor > 0, survey.weight[ancestor] == line.weight, document.tag(ancestor) != .body else { break }
      holder = ancestor
    }
    let text = line.text
    let foreign = isBesideText ? Self.foreign.subtracting(.sidebar) : Self.foreign
    guard !text.isEmpty, surroundingSignals(holder).isDisjoint(with: foreign) else { return nil }
    return PrintedLine(node: holder, text: text)
  }
}
