/// Whether the value of a `style` attribute hides its element.
enum HiddenStyle {
  /// Whether the last `display` declaration says `none`.
  static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    // Hardly any style speaks of it.
    guard style.count >= display.count + none.count + 1 else { return false }
    var isHidden = false
    for declaration in style.split(separator: 0x3B) {
      guard let colon = declaration.firstIndex(of: 0x3A) else { continue }
      let property = trimmed(declaration[..<colon])
      guard isWord(property, display) else { continue }
      let value = trimmed(declaration[(colon + 1)...])
      let end = value.firstIndex { isHTMLSpace($0) || $0 == 0x21 } ?? value.endIndex
      isHidden = isWord(value[..<end], none)
    }
    return isHidden
  }

  private static let display = Array("display".utf8)
  private static let none = Array("none".utf8)

  private static func isWord(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    bytes.count == word.count && bytes.elementsEqual(word) { $0 | 0x20 == $1 }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: isHTMLSpace)
    while let last = bytes.last, isHTMLSpace(last) { bytes.removeLast() }
    return bytes
  }
}
