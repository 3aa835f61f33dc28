import StetModel
import Testing

@Suite("Fixture")
struct FixtureTests {
  @Test("A page comes out as its fixture says", arguments: Fixture.all)
  func record(of fixture: Fixture) throws {
    var expected = try fixture.expected()
    var actual = try fixture.record()
    if let fields = try fixture.comparedFields() {
      expected = Self.cut(expected, to: fields)
      actual = Self.cut(actual, to: fields)
    }
    let lines = JSONDifference.lines(expected: expected, actual: actual)
    let rule = try fixture.rule()
    #expect(lines.isEmpty, "\(fixture.name): \(rule)\n  \(lines.joined(separator: "\n  "))")
  }

  @Test("Every fixture says what it proves, and its record is one that stet could have written", arguments: Fixture.all)
  func shape(of fixture: Fixture) throws {
    #expect(try fixture.rule().hasSuffix("."))
    let expected = try fixture.expected()
    guard expected["error"] == nil, try fixture.comparedFields() == nil else { return }
    var written = try #require(Review(json: expected).json.object)
    written["confidence"] = nil
    #expect(JSONDifference.lines(expected: expected, actual: .object(written)) == [])
  }

  @Test("The fixtures are found")
  func found() {
    #expect(Fixture.all.count >= 25)
  }

  @Test("A difference is told by its path, and one block too many is one line")
  func differences() {
    let block: (String) -> JSONValue = { .object(["text": .string($0), "type": "paragraph"]) }
    let expected: JSONValue = .object(["body": [block("one"), block("two")], "title": "Night train"])
    let actual: JSONValue = .object(["title": "Night bus", "body": [block("one"), block("menu"), block("two")]])
    #expect(
      JSONDifference.lines(expected: expected, actual: actual) == [
        #"body[1]: not expected, got {"text":"menu","type":"paragraph"}"#,
        #"title: expected "Night train", got "Night bus""#,
      ])
  }

  private static func cut(_ record: JSONValue, to fields: [String]) -> JSONValue {
    guard let object = record.object, object["error"] == nil else { return record }
    return .object(JSONObject(object.members.filter { fields.contains($0.name) }))
  }
}
