import StetModel
import Testing

@Suite struct JSONParserTests {
  private func compact(_ text: String, _ leniency: JSONParser.Leniency = .strict) throws -> String {
    String(decoding: CompactJSON.bytes(try JSONParser.parse(text, leniency: leniency)), as: UTF8.self)
  }

  @Test(
    "Every form of RFC 8259 is read",
    arguments: [
      ("null", "null"), (" true ", "true"), ("false", "false"), ("0", "0"), ("-0", "0"), ("-1.5e2", "-150"),
      ("1E-7", "1e-7"), ("\"\"", "\"\""), ("[]", "[]"), ("{}", "{}"), ("[1, [2], {\"a\": []}]\n", "[1,[2],{\"a\":[]}]"),
      (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\b\f\n\r\t""#), (#""\u00e9\u20AC""#, "\"é€\""), (#""\ud83d\ude02""#, "\"😂\""),
      ("\"\u{7F}\"", "\"\u{7F}\""),
    ])
  func wellFormed(text: String, result: String) throws { #expect(try compact(text) == result) }

  @Test(
    "What is not JSON is an error with an offset",
    arguments: [
      ("", 0), (" ", 1), ("nul", 0), ("[1,]", 3), ("[1 2]", 3), ("[", 1), ("{\"a\"}", 4), ("{\"a\":}", 5), ("{a:1}", 1),
      ("{\"a\":1,}", 7), ("01", 2), ("-", 1), ("1.", 2), (".5", 0), ("1e", 2), ("+1", 0), ("NaN", 0), ("1e999", 0),
      ("\"", 0), ("\"\u{1}\"", 1), (#""\x""#, 2), (#""\u12""#, 3), (#""\ud800""#, 7), (#""\udc00x""#, 7), ("1 2", 2),
      ("[1]]", 3), ("\u{FEFF}1", 0), ("//x\n1", 0), ("'a'", 0),
    ])
  func malformed(text: String, offset: Int) throws {
    let error = #expect(throws: JSONParseError.self) { try JSONParser.parse(text) }
    #expect(error?.offset == offset)
  }

  @Test("Bytes that are not UTF-8 are an error in a string, and repaired only on request")
  func invalidUTF8() throws {
    let bytes: [UInt8] = [0x5B, 0x22, 0x61, 0xFF, 0x62, 0x22, 0x5D]
    #expect(throws: JSONParseError.self) { try JSONParser.parse(bytes) }
    #expect(try JSONParser.parse(bytes, leniency: .repair) == ["a\u{FFFD}b"])
  }

  @Test("A member name that stands twice is an error, and the last one wins when repairing")
  func doubledName() throws {
    #expect(throws: JSONParseError.self) { try JSONParser.parse(#"{"a":1,"a":2}"#) }
    #expect(try compact(#"{"a":1,"b":3,"a":2}"#, .repair) == #"{"a":2,"b":3}"#)
  }

  @Test("In a long object, too, the last value of a name stands at the first one's place")
  func doubledNameInLongObject() throws {
    let first = (0..<100).map { "\"n\($0)\":\($0)" }
    let again = (0..<100).map { "\"n\($0)\":\($0 + 1000)" }
    let text = "{" + (first + again).joined(separator: ",") + "}"
    #expect(throws: JSONParseError.self) { try JSONParser.parse(text) }
    #expect(try compact(text, .repair) == "{" + again.joined(separator: ",") + "}")
  }

  @Test("Names that differ only in their normal form are two names")
  func normalForms() throws {
    let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
    let value = try JSONParser.parse(text)
    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
    #expect(try compact(text).utf8.count == text.utf8.count)
  }

  @Test("Depth is bounded, so that hostile nesting is an error and no crash")
  func depth() throws {
    let limit = JSONParser.maximumDepth
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    _ = try JSONParser.parse(deepest)
    #expect(throws: JSONParseError.self) { try JSONParser.parse("[\(deepest)]") }
    for opening in ["[", "{\"a\":", "[{\"a\":["] {
      let hostile = String(repeating: opening, count: 1_000_000)
      #expect(throws: JSONParseError.self) { try JSONParser.parse(hostile) }
      #expect(throws: JSONParseError.self) { try JSONParser.parse(hostile, leniency: .repair) }
    }
  }

  @Test("Many members cost no quadratic time", arguments: [JSONParser.Leniency.strict, .repair])
  func manyMembers(leniency: JSONParser.Leniency) throws {
    let text = "{" + (0..<50_000).map { "\"name\($0)\":\($0)" }.joined(separator: ",") + "}"
    let members = try JSONParser.parse(text, leniency: leniency).object?.members
    #expect(members?.count == 50_000)
    #expect(members?.last?.value == 49_999)
  }

  @Test(
    "Repair reads what publishers write",
    arguments: [
      ("\u{FEFF}{\"a\":1}", #"{"a":1}"#), ("[1,2,]", "[1,2]"), ("[1 2]", "[1,2]"),
      ("{\"a\":1 \"b\":2,}", #"{"a":1,"b":2}"#),
      ("{\"a\":\"line\nbreak\ttab\"}", #"{"a":"line\nbreak\ttab"}"#), ("<!-- {\"a\":1} -->", #"{"a":1}"#),
      ("//<![CDATA[\n{\"a\":1}\n//]]>", #"{"a":1}"#), ("/* c */ {/* d */\"a\"/**/:1}//e", #"{"a":1}"#),
      ("{\"a\":1};", #"{"a":1}"#), ("{\"a\":[1,{\"b\":\"c", #"{"a":[1,{"b":"c"}]}"#), ("{\"a\":1,\"b\":", #"{"a":1}"#),
      ("{\"a\":1,\"b", #"{"a":1}"#), (#"{"a":"\x41\u12"}"#, #"{"a":"x41\\u12"}"#),
      (#"{"a":"\ud800"}"#, "{\"a\":\"\u{FFFD}\"}"),
      ("{\"a\":01,\"b\":1.}", #"{"a":1,"b":1}"#),
    ])
  func repair(text: String, result: String) throws { #expect(try compact(text, .repair) == result) }

  @Test(
    "What no repair can read is still an error, and always ends",
    arguments: ["", "<html>", "{'a':1}", "{a:1}", "[:]", "{\"a\" 1}", "<!--", "[CDATA[", "/*", "{\"a\":tru}", "[-]"])
  func beyondRepair(text: String) {
    #expect(throws: JSONParseError.self) { try JSONParser.parse(text, leniency: .repair) }
  }

  @Test("Every beginning of a document ends the parser, whatever its leniency")
  func everyPrefix() throws {
    let bytes = Array(#"/*x*/{"a":[1.5e3,"\u00e9\ud83d\ude02",{"b":null,"c":[true,false]}],"d":{}} //"#.utf8)
    for end in 0...bytes.count {
      _ = try? JSONParser.parse(Array(bytes[..<end]))
      _ = try? JSONParser.parse(Array(bytes[..<end]), leniency: .repair)
    }
    #expect(try JSONParser.parse(bytes, leniency: .repair)["a"]?.array?.count == 3)
  }
}
