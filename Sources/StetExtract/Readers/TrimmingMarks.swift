internal import StetModel

extension StringProtocol where UTF8View: BidirectionalCollection, UnicodeScalarView: BidirectionalCollection {
  /// The text without punctuation at its ends.
  func trimmingMarks() -> String {
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last else { return "" }
    if (ASCII.isLetter(first) || first >= 0xC3 && first != 0xE2)
      && (ASCII.isLetter(last) || last >= 0x80 && last != 0xA6)
    {
      return String(self)
    }
    return String(dropping(leading: endMarks, spaces: false).dropping(trailing: endMarks, spaces: false))
  }
}

private let endMarks: Marks = ".,:;!?()\"'…"
