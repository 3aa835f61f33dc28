internal import StetHTML
internal import StetModel

/// Which names a reader of the page can see.
struct PrintedNames {
  private let document: HTMLDocument

  init(_ document: HTMLDocument) { self.document = document }

  /// Whether a name's last word stands in the text of the page, in any ASCII case.
  func holds(_ name: String) -> Bool {
    let last = name.utf8.split(separator: UInt8(ascii: " ")).last { $0.count > 3 } ?? name.utf8[...]
    let wanted = last.map(ASCII.lowercased)
    guard let first = wanted.first else { return false }
    let capital = first >= 0x61 && first <= 0x7A ? first & 0xDF : first
    let body = document.children(0).lazy.flatMap { document.children($0) }.first { document.tag($0) == .body }
    return document.text[document.textRange(body ?? 0)].withUnsafeBufferPointer { text in
      guard text.count >= wanted.count else { return false }
      search: for start in 0...(text.count - wanted.count) where text[start] == first || text[start] == capital {
        for offset in 1..<max(wanted.count, 1) where ASCII.lowercased(text[start + offset]) != wanted[offset] {
          continue search
        }
        // A login in front of an address is printed for mail alone.
        if start + wanted.count < text.count, text[start + wanted.count] == UInt8(ascii: "@") { continue search }
        return true
      }
      return false
    }
  }
}
