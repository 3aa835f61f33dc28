/// What an attribute must be: `[href^="https:" i]`.
struct AttributeCondition: Sendable {
  /// How the value compares.
  enum Comparison: Sendable {
    case exists, equals, hasWord, hasLanguage, hasPrefix, hasSuffix, contains
  }

  var name: String
  /// The name's case in the list of known ones, `other` when it is not there.
  var known: AttributeName
  var comparison = Comparison.exists
  var value: [UInt8] = []
  var ignoresCase = false

  /// Whether a value fits.
  func matches(_ found: ArraySlice<UInt8>) -> Bool {
    switch comparison {
    case .exists: return true
    case .equals: return isSame(found)
    case .hasLanguage:
      return isSame(found.prefix(value.count))
        && (found.count == value.count || found.dropFirst(value.count).first == 0x2D)
    case .hasWord: return !value.isEmpty && found.split(whereSeparator: isHTMLSpace).contains(where: isSame)
    case .hasPrefix: return !value.isEmpty && isSame(found.prefix(value.count))
    case .hasSuffix: return !value.isEmpty && isSame(found.suffix(value.count))
    case .contains: return !value.isEmpty && isContained(in: found)
    }
  }

  private func isSame(_ found: ArraySlice<UInt8>) -> Bool {
    found.count == value.count
      && (ignoresCase ? found.elementsEqual(value, by: isSameLetter) : found.elementsEqual(value))
  }

  /// Values may be megabytes long (`data:` addresses), but what is looked for is not.
  private func isContained(in found: ArraySlice<UInt8>) -> Bool {
    var rest = found
    while rest.count >= value.count {
      if isSame(rest.prefix(value.count)) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

/// HTML standard, ASCII white space.
@inline(__always)
func isHTMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}

private func isSameLetter(_ one: UInt8, _ other: UInt8) -> Bool {
  one == other || one | 0x20 == other | 0x20 && (0x61...0x7A).contains(one | 0x20)
}
