import StetModel
import StetTestSupport
import Testing

@testable import StetDiff

@Suite struct JSONPatchTests {
  private func canonical(_ value: JSONValue) -> String { String(decoding: CanonicalJSON.bytes(value), as: UTF8.self) }

  private func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

  @Test(
    "Members and elements come, go and change by the paths of RFC 6901",
    arguments: [
      (#"{"a":1}"#, #"{"a":2}"#, #"[{"op":"replace","path":"/a","value":2}]"#),
      (#"{"a":1}"#, #"{}"#, #"[{"op":"remove","path":"/a"}]"#),
      (
        #"{}"#, #"{"a/b":1,"c~d":2}"#, #"[{"op":"add","path":"/a~1b","value":1},{"op":"add","path":"/c~0d","value":2}]"#
      ),
      (#"{"a":[1,2,3]}"#, #"{"a":[1,3]}"#, #"[{"op":"remove","path":"/a/1"}]"#),
      (#"[1,3]"#, #"[1,2,3]"#, #"[{"op":"add","path":"/1","value":2}]"#),
      (#"[{"t":"a"}]"#, #"[{"t":"b"}]"#, #"[{"op":"replace","path":"/0/t","value":"b"}]"#),
      (#"{"a":1}"#, #"[1]"#, #"[{"op":"replace","path":"","value":[1]}]"#),
      (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, "[]"),
      (#"{"a":null}"#, #"{}"#, #"[{"op":"remove","path":"/a"}]"#),
    ])
  func operations(old: String, new: String, patch: String) throws {
    #expect(canonical(JSONPatch.between(try parse(old), try parse(new))) == patch)
  }

  @Test("Members and elements are told apart by every byte of their spelling, and at any depth")
  func depth() throws {
    func nested(_ leaf: String, _ depth: Int) -> String {
      String(repeating: #"[0,{"a":"#, count: depth) + leaf + String(repeating: "}]", count: depth)
    }
    let patch = JSONPatch.between(try parse(nested("[1]", 60)), try parse(nested("[2]", 60)))
    let path = String(repeating: "/1/a", count: 60) + "/0"
    #expect(canonical(patch) == #"[{"op":"replace","path":"\#(path)","value":2}]"#)
    // A list of numbers is not the text that spells them, nor a list of other parts of as many.
    let old = #"["[\u0000","{\u0000",[0],[[0]],{"0":0},"0",0]"#
    let new = #"["{\u0000","[\u0000",[[0]],[0],{"0":"0"},0,"0"]"#
    let turned = JSONPatch.between(try parse(old), try parse(new))
    #expect(canonical(try JSONPatchReader.apply(turned, to: try parse(old))) == canonical(try parse(new)))
    let names = JSONPatch.between(try parse("{\"caf\u{E9}\":1}"), try parse("{\"cafe\u{301}\":1}"))
    #expect(names.array?.compactMap { $0["op"]?.string } == ["remove", "add"])
  }

  @Test("Texts that differ in their normal form alone differ in JSON")
  func normalForms() {
    let patch = JSONPatch.between(.string("caf\u{E9}"), .string("cafe\u{301}"))
    #expect(patch.array?.count == 1)
  }

  @Test("Applied to the old record, the patch gives the new one, byte for byte", arguments: 0..<500)
  func applied(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let old = records.review().json
    let new = (seed.isMultiple(of: 4) ? records.review() : records.variant(of: try Review(json: old))).json
    let patch = JSONPatch.between(old, new)
    #expect(canonical(try JSONPatchReader.apply(patch, to: old)) == canonical(new))
    #expect(patch.array?.isEmpty == (canonical(old) == canonical(new)))
  }
}
