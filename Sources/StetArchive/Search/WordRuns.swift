/// Text as the full-text table takes it: scripts that set no space between words are cut into overlapping pairs.
///
/// `unicode61` takes a run of Han, kana or Hangul for one word. Here it becomes its pairs and its last character
/// ("東京都" is "東京", "京都", "都"), so that any part of it is found: two characters or more as pairs that follow on
/// each other, one as the beginning of a pair.
enum WordRuns {
  /// Stands between pairs; a character that no word has.
  static let separator: Unicode.Scalar = "\u{1F}"

  /// Whether a character belongs to a script without spaces.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFD:
      // The middle dot and the kana voicing marks of their own are signs between words, not letters of one.
      scalar.value != 0x30FB && scalar.value != 0x30A0
    default: false
    }
  }

  /// The text with runs cut into pairs; control characters that have a meaning here become spaces.
  static func split(_ text: String) -> String {
    guard mayHaveRuns(text) else { return text }
    var out = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      guard isUnspaced(scalar) else {
        if let ended = last { out.append(contentsOf: [ended, separator]) }
        last = nil
        out.append(scalar.value <= 0x1F && scalar.value != 0x0A ? " " : scalar)
        continue
      }
      if let last {
        out.append(contentsOf: [last, scalar, separator])
      } else {
        out.append(separator)
      }
      last = scalar
    }
    if let last { out.append(contentsOf: [last, separator]) }
    return String(out)
  }

  /// Whether there is anything to do, by a look at the bytes.
  private static func mayHaveRuns(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0xE3 || ($0 < 0x20 && $0 != 0x0A) }
  }

  /// Whether `unicode61` counts a character as part of a word.
  static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }

  /// What somebody looks for, cut as `split` cuts the text that it has to be found in.
  ///
  /// A run is looked for by its pairs; its last character is a word of its own only where the run ends, which is not
  /// known of the last run, since the text may go on there.
  /// - Returns: the words, and whether the last one is only the beginning of a word.
  static func query(_ text: String, isPrefix: Bool) -> (words: String, isPrefix: Bool) {
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, !isWordCharacter(last) { scalars.removeLast() }
    var out = String.UnicodeScalarView()
    var isPrefix = isPrefix
    var index = 0
    while index < scalars.count {
      let run = scalars[index...].prefix(while: isUnspaced)
      index = run.endIndex
      guard let last = run.last else {
        out.append(scalars[index])
        index += 1
        continue
      }
      for (first, second) in zip(run, run.dropFirst()) { out.append(contentsOf: [separator, first, second]) }
      let isLast = index == scalars.count
      if run.count == 1 || !isLast { out.append(contentsOf: [separator, last]) }
      out.append(separator)
      if isLast { isPrefix = run.count == 1 }
    }
    return (String(out), isPrefix)
  }
}
