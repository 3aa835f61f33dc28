internal import StetModel

extension ProfileTest {
  /// How what was read from the page differs from what is expected, one line a field; empty when it does not.
  ///
  /// Only the keys that are expected are compared. Lists of authors and terms may be given as names, the body as the
  /// list of its texts; `bodyContains` lists texts that must stand in the body.
  public func failures(on extraction: Extraction) -> [String] {
    let record = extraction.review.json
    return expected.members.flatMap { member -> [String] in
      switch member.name {
      case "bodyContains": Self.missing(member.value, in: extraction.review.bodyText)
      default: Self.compare(member.name, member.value, with: record[member.name])
      }
    }
  }

  private static func missing(_ wanted: JSONValue, in body: String) -> [String] {
    let texts = wanted.array?.compactMap(\.string) ?? [wanted.string].compactMap(\.self)
    return texts.filter { !body.contains($0) }.map { "bodyContains: “\($0)” is not in the body" }
  }

  private static func compare(_ key: String, _ expected: JSONValue, with actual: JSONValue?) -> [String] {
    if expected == .null { return actual == nil ? [] : ["\(key): expected nothing, got \(words(actual))"] }
    let got = simplified(actual, like: expected)
    return matches(expected, got) ? [] : ["\(key): expected \(words(expected)), got \(words(got))"]
  }

  /// The value in the shorter form in which the test gives it: names for authors and terms, texts for blocks.
  private static func simplified(_ actual: JSONValue?, like expected: JSONValue) -> JSONValue? {
    guard let wanted = expected.array, wanted.allSatisfy({ $0.string != nil }), let elements = actual?.array else {
      return actual
    }
    return .array(
      elements.compactMap { element in
        guard element.object != nil else { return element }
        if let name = element["name"] { return name }
        // Pictures and rules have no text to compare.
        let text = (try? Block(json: element))?.plainText ?? ""
        return text.isEmpty ? nil : .string(text)
      })
  }

  /// Whether a value is the expected one. Of an object only the expected members count, and their order does not.
  private static func matches(_ expected: JSONValue, _ actual: JSONValue?) -> Bool {
    guard let actual else { return false }
    switch (expected, actual) {
    case (.object(let expected), .object(let actual)):
      return expected.members.allSatisfy { matches($0.value, actual[$0.name]) }
    case (.array(let expected), .array(let actual)):
      return expected.count == actual.count && zip(expected, actual).allSatisfy { matches($0, $1) }
    // YAML reads 2012 as a number where the record has a date.
    case (.number, .string(let text)): return words(expected) == text
    default: return expected == actual
    }
  }

  private static func words(_ value: JSONValue?) -> String {
    switch value {
    case nil: "nothing"
    case .string(let text)?: "“\(text)”"
    case let value?: String(decoding: CompactJSON.bytes(value), as: UTF8.self)
    }
  }
}
