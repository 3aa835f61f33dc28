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

    /// Whether it stands among text as text.
    var isText: Bool {
      switch self {
      case .nothing, .unknownCharacter: true
      case .instruction, .ampersandName, .rawContent: false
      }
    }
  }

  /// The stretch of the source.
  let range: Range<Int>
  let replacement: Replacement

  /// Writes the replacement.
  func write(to output: inout [UInt8]) {
    switch replacement {
    case .nothing: break
    case .instruction: output.append(contentsOf: Self.instruction)
    case .unknownCharacter: output.append(contentsOf: UTF8Repair.replacement)
    case .ampersandName: output.append(contentsOf: Self.ampersandName)
    case .rawContent(let number): output.append(contentsOf: String(number).utf8)
    }
  }

  /// The number in the place of raw content; nil when it is none.
  static func rawContent(_ placeholder: UnsafeBufferPointer<UInt8>) -> Int? {
    guard placeholder.count < 10 else { return nil }
    return unsafe Int(String(decoding: placeholder, as: UTF8.self))
  }

  private static let instruction = Array("<?_>".utf8)
  private static let ampersandName = Array("amp;".utf8)
}
