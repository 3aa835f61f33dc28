internal import StetModel

/// Whether a value of a record is what a test case expects. People write the short form: a name for an author or a tag,
/// the number or the print of a rating, the words of a block.
enum ExpectedValue {
  /// Whether the value found fits. White space does not matter; nil and null mean that the record has no such field.
  static func fits(_ expected: JSONValue, _ found: JSONValue?) -> Bool {
    guard let found else { return expected == .null || expected == .array([]) }
    switch (expected, found) {
    case (.string(let expected), .string(let found)):
      return ReadingText.normalized(expected) == ReadingText.normalized(found)
    case (.array(let expected), .array(let found)):
      return expected.count == found.count && zip(expected, found).allSatisfy { fits($0, $1) }
    case (_, .array(let found)): return found.count == 1 && fits(expected, found[0])
    case (.object(let expected), .object):
      return expected.members.allSatisfy { fits($0.value, found[$0.name]) }
    case (.string, .object), (.number, .object):
      return ["name", "text", "value", "caption"].contains { name in found[name].map { fits(expected, $0) } ?? false }
    case (.string(let text), .number(let number)): return Double(text) == number
    default: return expected == found
    }
  }
}
