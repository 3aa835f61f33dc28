internal import StetHTML
internal import StetModel

/// The visible words of a subtree on one line: white space collapsed, blocks and breaks parted by a space.
///
/// Lines are short. What is longer is cut, and on a page nested hundreds of elements deep only the beginning is read, so
/// that a page of nothing but nested candidates costs no more than any other.
struct LineReader {
  private static let maximumBytes = 20_000
  private static let maximumNodes = 4000
  private static let maximumNodesInDeepPage = 100

  private let survey: PageSurvey

  init(_ survey: PageSurvey) { self.survey = survey }

  /// The line; empty when nothing is visible.
  /// - Parameter left: elements that are left out.
  func line(of node: Int, without left: [Int] = []) -> String {
    let document = survey.document
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(document.textRange(node).count, Self.maximumBytes))
    var pendingSpace = false
    var last: Int?
    var index = node
    let end = min(
      document.end(node), node + (survey.isDeep ? Self.maximumNodesInDeepPage : Self.maximumNodes))
    while index < end, bytes.count < Self.maximumBytes {
      if !survey.isVisible[index] || left.contains(index) {
        index = document.end(index)
        continue
      }
      let tag = document.tag(index)
      if tag == .text {
        if !pendingSpace, let last, SetApart.areParted(last, index, survey) { pendingSpace = true }
        if survey.weight[index] > 0 { last = index }
        append(document.text[document.textRange(index)], to: &bytes, pendingSpace: &pendingSpace)
      } else if tag == .br || TagClass.of(tag).contains(.block) {
        pendingSpace = !bytes.isEmpty
      }
      index += 1
      // Where one block ends and another goes on, a new word starts.
      if index < end, survey.block[index] != survey.block[index - 1] { pendingSpace = !bytes.isEmpty }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of an element that is not displayed, such as `<title>`.
  func hiddenLine(of node: Int) -> String {
    var bytes: [UInt8] = []
    var pendingSpace = false
    append(survey.document.text[survey.document.textRange(node)], to: &bytes, pendingSpace: &pendingSpace)
    return String(decoding: bytes.prefix(Self.maximumBytes), as: UTF8.self)
  }

  private func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8], pendingSpace: inout Bool) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if ASCII.isSpace(byte) {
        pendingSpace = !bytes.isEmpty
      } else if byte == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xA0 {
        pendingSpace = !bytes.isEmpty
        index += 1
      } else if byte >= 0xC2, let length = Self.unseen(text[index...]) {
        index += length - 1
      } else {
        if pendingSpace {
          bytes.append(0x20)
          pendingSpace = false
        }
        bytes.append(byte)
      }
      index += 1
    }
  }

  /// The length of what starts a text and cannot be seen: soft hyphens, zero-width spaces, word joiners and byte order
  /// marks, as in `ReadingText`; nil for everything else.
  private static func unseen(_ text: ArraySlice<UInt8>) -> Int? {
    switch text.first {
    case 0xC2: text.starts(with: [0xC2, 0xAD]) ? 2 : nil
    case 0xE2: text.starts(with: [0xE2, 0x80, 0x8B]) || text.starts(with: [0xE2, 0x81, 0xA0]) ? 3 : nil
    case 0xEF: text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : nil
    default: nil
    }
  }
}
