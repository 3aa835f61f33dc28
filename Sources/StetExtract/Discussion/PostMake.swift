internal import StetHTML
internal import StetModel

/// What elements of one make have in common: their tag and the first of their classes, or all of them, numbers aside
/// (`bg1`, `bg2`).
enum PostMake {
  static func of(
    _ node: Int, _ document: HTMLDocument, ofAllClasses isOfAll: Bool = false, salt: UInt64 = WordHash.start
  ) -> UInt64 {
    let tag = document.tag(node).rawValue
    var hash = WordHash.adding(UInt8(truncatingIfNeeded: tag), to: salt)
    guard let value = document.value(node, .class) else { return hash }
    for byte in document.values[value.indices].drop(while: ASCII.isSpace) {
      if ASCII.isSpace(byte), !isOfAll { break }
      if !ASCII.isDigit(byte) { hash = WordHash.adding(byte, to: hash) }
    }
    return hash
  }
}
