internal import StetHTML
internal import StetModel

/// The words behind a label: "Verdict: a quiet book", `<b>Title:</b> X<br>`, a label in a block of its own and the paragraphs
/// under it.
struct LabelledText {
  private static let maximumNodes = 400
  private static let maximumBytes = 4000

  private let reading: PageReading
  private var document: HTMLDocument { reading.document }
  private var survey: PageSurvey { reading.survey }

  init(_ reading: PageReading) { self.reading = reading }

  /// The words from the start of a block, or from a `<br>`, to the next break in the block; nil when they are no short line.
  func line(from first: Int, maximumBytes: Int = 160) -> String? {
    let block = Int(survey.block[first])
    let start = document.textRange(first).lowerBound
    var end = document.textRange(block).upperBound
    let nodes = reading.nodes(from: first + 1, to: document.end(block))
    // Of a row of breaks the last begins the line.
    if document.tag(first) == .br, let next = nodes.first, document.tag(next) == .br { return nil }
    for node in nodes.prefix(Self.maximumNodes) {
      let place = document.textRange(node).lowerBound
      if place > start + 2 * maximumBytes { break }
      if document.tag(node) == .br, place > start + 1 {
        end = place
        break
      }
    }
    guard end > start, end - start <= 2 * maximumBytes else { return nil }
    let text = ReadingText.normalized(String(decoding: document.text[start..<end], as: UTF8.self))
    return (1...maximumBytes).contains(text.utf8.count) ? text : nil
  }

  /// What follows a label in its own block: up to the end of the line, or with `isParagraph` up to an empty line, and
  /// never past the next label.
  func behind(_ label: Int, isParagraph: Bool = false) -> String? {
    let block = Int(survey.block[label])
    guard block != label, document.contains(block, label) else { return nil }
    var bytes: [UInt8] = []
    var hasText = false
    var breaks = 0
    for node in reading.nodes(from: document.end(label), to: document.end(block)).prefix(Self.maximumNodes) {
      switch document.tag(node) {
      case .text:
        let text = document.text[document.textRange(node)]
        if text.allSatisfy(ASCII.isSpace) { break }
        guard bytes.count + text.count < Self.maximumBytes else { return nil }
        bytes += text
        (hasText, breaks) = (true, 0)
      case .br:
        breaks += 1
        if hasText, breaks > (isParagraph ? 1 : 0) { return cleaned(bytes) }
        bytes.append(UInt8(ascii: " "))
      case .b, .strong, .img, .hr, .ul, .ol, .table:
        if hasText { return cleaned(bytes) }
      default: break
      }
    }
    return cleaned(bytes)
  }

  /// The paragraphs that follow a label which is all of its block, up to the next heading, list or label; at most three.
  func under(_ label: Int) -> (text: String, node: Int)? {
    let block = Int(survey.block[label])
    guard survey.weight[block] <= survey.weight[label] + 4 else { return nil }
    var lines: [String] = []
    var first: Int?
    var node = document.end(block)
    let end = min(document.count, node + Self.maximumNodes)
    while node < end, lines.count < 3 {
      let tag = document.tag(node)
      if Self.ends.contains(tag) { break }
      if survey.ownWeight[node] > 0, survey.isVisible[node] {
        // Another label, or something that is no text.
        guard survey.ownWeight[node] > 20, survey.linkDensity(node) < 0.5 else { break }
        lines.append(survey.line(node))
        first = first ?? node
        node = document.end(node)
      } else {
        node += 1
      }
    }
    guard let first else { return nil }
    return (lines.joined(separator: "\n\n"), first)
  }

  private static let ends: [Tag] = [
    .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .table, .form, .aside, .nav, .footer, .section, .hr, .img,
  ]

  private func cleaned(_ bytes: [UInt8]) -> String? {
    let text = ReadingText.normalized(String(decoding: bytes, as: UTF8.self))
    let value = text.drop { ":：–—- ".contains($0) }
    return value.isEmpty ? nil : String(value)
  }
}
