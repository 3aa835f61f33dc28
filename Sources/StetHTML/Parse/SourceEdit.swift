/// A change to the source of a page before libxml2 reads it.
struct SourceEdit {
  /// What stands in place of the stretch.
  enum Replacement {
    case nothing
    /// A processing instruction, which has no place in the tree.
    case instruction
    /// U+FFFD.
    case unknownCharacter
    /// What makes `&` an `&amp;`.
    case ampersandName
    /// The content of a script or style, by its number.
    case rawContent(Int)
  }

  /// The stretch of the source.
  let range: Range<Int>
  let replacement: Replacement

  /// A source with changes, which are in order and apart.
  static func apply(_ edits: [SourceEdit], to source: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count - edits.reduce(0) { $0 + $1.range.count } + edits.count * 8)
    var from = 0
    for edit in edits {
      result.append(contentsOf: source[from..<edit.range.lowerBound])
      switch edit.replacement {
      case .nothing: break
      case .instruction: result.append(contentsOf: instruction)
      case .unknownCharacter: result.append(contentsOf: UTF8Repair.replacement)
      case .ampersandName: result.append(contentsOf: ampersandName)
      case .rawContent(let number): result.append(contentsOf: String(number).utf8)
      }
      from = edit.range.upperBound
    }
    result.append(contentsOf: source[from...])
    return result
  }

  /// The number in the place of raw content; nil when it is none.
  static func rawContent(_ placeholder: UnsafeBufferPointer<UInt8>) -> Int? {
    unsafe Int(String(decoding: placeholder, as: UTF8.self))
  }

  private static let instruction = Array("<?_>".utf8)
  private static let ampersandName = Array("amp;".utf8)
}
