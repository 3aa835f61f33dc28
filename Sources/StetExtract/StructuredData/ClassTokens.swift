internal import StetHTML
internal import StetModel

/// The tokens of an element's class attribute.
enum ClassTokens {
  /// Whether the class attribute holds this token, in any case.
  static func has(_ document: HTMLDocument, _ node: Int, _ token: StaticString) -> Bool {
    guard let value = document.value(node, .class), Int(value.count) >= token.utf8CodeUnitCount else { return false }
    var found = false
    each(document.values[value.indices]) { bytes in
      found = found || token.withUTF8Buffer { $0.elementsEqual(bytes.lazy.map(ASCII.lowercased)) }
    }
    return found
  }

  /// Calls with every token of a class attribute's bytes.
  static func each(_ bytes: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
    var start = bytes.startIndex
    for index in bytes.indices where ASCII.isSpace(bytes[index]) {
      if index > start { body(bytes[start..<index]) }
      start = index + 1
    }
    if start < bytes.endIndex { body(bytes[start...]) }
  }
}
