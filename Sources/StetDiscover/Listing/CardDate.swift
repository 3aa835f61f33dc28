internal import StetHTML
internal import StetModel

/// Whether a card has a date printed in it.
enum CardDate {
  /// A year of our time, and one or two digits or a word near it, in the card's first and last words.
  static func isPrinted(in card: Int, _ document: HTMLDocument) -> Bool {
    let range = document.textRange(card)
    guard range.count <= 20_000 else { return false }
    let text = document.text[range]
    return hasYear(text.prefix(400)) || hasYear(text.suffix(200))
  }

  private static func hasYear(_ text: ArraySlice<UInt8>) -> Bool {
    var index = text.startIndex
    while index < text.endIndex {
      guard ASCII.isDigit(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.endIndex, ASCII.isDigit(text[index]) { index += 1 }
      guard index - start == 4 else { continue }
      let century = text[start] == 0x32 && text[start + 1] == 0x30 || text[start] == 0x31 && text[start + 1] == 0x39
      guard century else { continue }
      let around = text[max(text.startIndex, start - 12)..<min(text.endIndex, index + 8)]
      // A year alone is part of a title: "(2012)".
      if around.lazy.filter(ASCII.isDigit).count > 4 { return true }
    }
    return false
  }
}
