import StetModel
import StetTestSupport
import Testing

/// RFC 8785.
@Suite struct CanonicalJSONTests {
  private func canonical(_ value: JSONValue) -> String { String(decoding: CanonicalJSON.bytes(value), as: UTF8.self) }

  @Test(
    "Numbers are spelled as ECMAScript spells them (RFC 8785, appendix B)",
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
      (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
      (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
      (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
      (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
      (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
      (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
      (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
      (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
      (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func numbers(bits: UInt64, text: String) {
    #expect(canonical(.number(Double(bitPattern: bits))) == text)
  }

  @Test(
    "Whole numbers at the edges of Int64 and of exactness are spelled too",
    arguments: [
      (-9_223_372_036_854_775_808.0, "-9223372036854776000"), (9_223_372_036_854_775_808.0, "9223372036854776000"),
      (9_007_199_254_740_991.0, "9007199254740991"), (-9_007_199_254_740_991.0, "-9007199254740991"),
      (9_007_199_254_740_994.0, "9007199254740994"), (0.1, "0.1"), (100, "100"), (1.5, "1.5"), (-0.5, "-0.5"),
    ] as [(Double, String)])
  func wholeNumbers(number: Double, text: String) { #expect(canonical(.number(number)) == text) }

  @Test("A number is read back as the same number")
  func numberRoundTrip() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite else { continue }
      let text = canonical(.number(number))
      #expect(try JSONParser.parse(text) == .number(number), "\(number.bitPattern)")
    }
  }

  @Test("Members are sorted by the UTF-16 code units of their names, not by scalars or by language")
  func order() throws {
    let text = #"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7,"":8,"A":9,"a":10}"#
    let names = try JSONParser.parse(canonical(try JSONParser.parse(text))).object?.members.map(\.value)
    // U+1F600 is written with surrogates and so comes before U+FB33.
    #expect(names == [8, 2, 4, 9, 10, 6, 7, 1, 5, 3])
  }

  @Test("Strings are escaped only where they must be, and never normalised")
  func strings() {
    #expect(canonical("\u{20AC}$\u{F}\nA'\u{42}\"\\\\\"/") == #""€$\u000f\nA'B\"\\\\\"/""#)
    #expect(canonical("\u{0}\u{8}\u{C}\u{1F}\u{7F}\u{2028}") == "\"\\u0000\\b\\f\\u001f\u{7F}\u{2028}\"")
    #expect(Array(canonical("A\u{30A}").utf8).count == 5)
  }

  @Test("There is no white space, and empty containers stay")
  func noSpace() throws {
    let value = try JSONParser.parse(#" { "b" : [ 1 , { } , [ ] ] , "a" : null } "#)
    #expect(canonical(value) == #"{"a":null,"b":[1,{},[]]}"#)
  }

  @Test("Pretty and compact JSON hold the same value")
  func otherForms() throws {
    let value = try JSONParser.parse(#"{"b":[1,{},[]],"a":{"é":"x"}}"#)
    #expect(try JSONParser.parse(PrettyJSON.bytes(value, order: .kept)) == value)
    #expect(try JSONParser.parse(CompactJSON.bytes(value)) == value)
    let pretty = String(decoding: PrettyJSON.bytes(value), as: UTF8.self)
    #expect(pretty == "{\n  \"a\": {\n    \"é\": \"x\"\n  },\n  \"b\": [\n    1,\n    {},\n    []\n  ]\n}\n")
  }

  private static let samples = [
    #"{}"#, #"{"a":1}"#, #"{"b":[1,{},[]],"a":{"é":"x","ab":[[]]},"digest":"a \\ \"b\" \u0001","z":null}"#,
    #"{"a":true,"b":[{"c":[-1.5e-7,"",{"d":{}}]}],"digest":"0123456789abcdef0123456789"}"#,
  ]

  @Test(
    "Where a member stands in the bytes is told: without it they are those of the object without it", arguments: samples
  )
  func located(text: String) throws {
    let object = try #require(try JSONParser.parse(text).object)
    for name in object.members.map(\.name) + ["none"] {
      let (bytes, place) = CanonicalJSON.bytes(object, locating: name)
      #expect(bytes == CanonicalJSON.bytes(.object(object)))
      var (rest, without) = (bytes, object)
      without[name] = nil
      if let place { rest.removeSubrange(place) }
      #expect(rest == CanonicalJSON.bytes(.object(without)), "\(name)")
      #expect((place == nil) == (name == "none"))
    }
  }

  @Test("Bytes are the form for people of canonical ones, or they are not, whatever byte is other", arguments: samples)
  func form(text: String) throws {
    let value = try JSONParser.parse(text)
    let (bytes, canonical) = (PrettyJSON.bytes(value), CanonicalJSON.bytes(value))
    #expect(PrettyJSON.isForm(bytes, of: canonical))
    #expect(!PrettyJSON.isForm(bytes + [0x0A], of: canonical))
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 1
      #expect(!PrettyJSON.isForm(other, of: canonical), "\(index)")
      other = bytes
      other.remove(at: index)
      #expect(!PrettyJSON.isForm(other, of: canonical), "without \(index)")
      #expect(!PrettyJSON.isForm(Array(bytes[..<index]), of: canonical), "cut at \(index)")
      other = bytes
      other.insert(0x20, at: index)
      #expect(!PrettyJSON.isForm(other, of: canonical), "more at \(index)")
    }
  }

  @Test(
    "The suite of the scheme's author comes out byte for byte",
    .enabled(if: SharedSuite.archive != nil, "../shared/suites is not here"),
    arguments: ["arrays", "french", "structures", "unicode", "values", "weird"])
  func suite(name: String) throws {
    let suite = try SharedSuite("jcs")
    let value = try JSONParser.parse(suite.bytes("jcs/input/\(name).json"))
    let expected = try suite.text("jcs/outhex/\(name).txt").split(whereSeparator: \.isWhitespace).map {
      try #require(UInt8($0, radix: 16))
    }
    #expect(CanonicalJSON.bytes(value) == expected)
  }
}
