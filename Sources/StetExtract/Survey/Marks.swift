internal import StetModel

/// A few signs of one Unicode scalar each, such as marks of punctuation, to ask for one of them quickly.
///
/// Comparing characters asks Unicode's tables what is equivalent; signs are what they are.
struct Marks: ExpressibleByStringLiteral, Sendable {
  /// One bit for each sign of ASCII, up to `?` here and from `@` on below.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var others: [UInt32] = []

  /// The signs of a text.
  init(stringLiteral text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<64: low |= 1 << UInt64(scalar.value)
      case 64..<128: high |= 1 << UInt64(scalar.value - 64)
      default: others.append(scalar.value)
      }
    }
  }

  /// Whether a scalar is one of the signs.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<64: low >> UInt64(scalar.value) & 1 == 1
    case 64..<128: high >> UInt64(scalar.value - 64) & 1 == 1
    default: others.contains(scalar.value)
    }
  }

  /// Whether a scalar is one of the signs, or white space.
  func containsOrIsSpace(_ scalar: Unicode.Scalar) -> Bool {
    contains(scalar)
      || (scalar.value < 0x80
        ? ASCII.isSpace(UInt8(scalar.value)) || scalar.value == 0x0B : scalar.properties.isWhitespace)
  }
}

extension StringProtocol {
  /// The parts that signs set apart; empty ones are left out.
  func split(at marks: Marks) -> [SubSequence] { parts { marks.contains($0) } }

  /// The parts that scalars of a kind set apart; empty ones are left out.
  func parts(_ isCut: (Unicode.Scalar) -> Bool) -> [SubSequence] {
    var parts: [SubSequence] = []
    let scalars = unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      if isCut(scalars[index]) {
        if start < index { parts.append(self[start..<index]) }
        start = next
      }
      index = next
    }
    if start < index { parts.append(self[start..<index]) }
    return parts
  }
}

extension StringProtocol where UnicodeScalarView: BidirectionalCollection {
  /// The text without signs, and white space where `spaces` says so, at its start.
  func dropping(leading marks: Marks, spaces: Bool) -> SubSequence {
    let scalars = unicodeScalars
    let start = scalars.firstIndex { !(spaces ? marks.containsOrIsSpace($0) : marks.contains($0)) } ?? scalars.endIndex
    return self[start...]
  }

  /// The text without signs, and white space where `spaces` says so, at its end.
  func dropping(trailing marks: Marks, spaces: Bool) -> SubSequence {
    let scalars = unicodeScalars
    let last = scalars.lastIndex { !(spaces ? marks.containsOrIsSpace($0) : marks.contains($0)) }
    return self[..<(last.map { scalars.index(after: $0) } ?? startIndex)]
  }
}
