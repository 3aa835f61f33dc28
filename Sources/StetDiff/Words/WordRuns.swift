internal import StetModel

/// What interwoven texts say of the kind of change.
extension [WordRun] {
  /// Whether some word differs in more than its case; false when only punctuation, space or case does.
  var changesWords: Bool {
    // Kept runs are looked at too: a word may be cut at the border of a run.
    Self.signs(of: self, but: .added) != Self.signs(of: self, but: .removed)
  }

  /// Whether the digits of both texts differ in some way: another number, or one more.
  var changesNumbers: Bool { Self.digits(of: self, .removed) != Self.digits(of: self, .added) }

  /// The words of one text in small letters, a space before each.
  private static func signs(of runs: [WordRun], but other: WordRun.Operation) -> [UInt8] {
    var out: [UInt8] = []
    var isInside = false
    func put(_ bytes: some Collection<UInt8>) {
      if !isInside { out.append(UInt8(ascii: " ")) }
      isInside = true
      out.append(contentsOf: bytes)
    }
    for run in runs where run.operation != other {
      for scalar in run.text.unicodeScalars {
        switch WordClass(scalar) {
        case .letter, .digit, .ideograph:
          if scalar.isASCII {
            put(CollectionOfOne(ASCII.lowercased(UInt8(truncatingIfNeeded: scalar.value))))
          } else {
            put(scalar.properties.lowercaseMapping.utf8)
          }
        case .mark where isInside: put(UTF8.encode(scalar) ?? .init())
        case .space, .mark, .other: isInside = false
        }
      }
    }
    return out
  }

  private static func digits(of runs: [WordRun], _ operation: WordRun.Operation) -> [String] {
    runs.filter { $0.operation == operation }.flatMap { run in
      run.text.unicodeScalars.split { !isNumber($0) }.map { String($0) }
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType != nil
  }
}
