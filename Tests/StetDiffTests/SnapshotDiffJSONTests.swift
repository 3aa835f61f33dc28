import StetModel
import Testing

@testable import StetDiff

@Suite struct SnapshotDiffJSONTests {
  private func text(_ value: JSONValue?) -> String {
    value.map { String(decoding: CompactJSON.bytes($0), as: UTF8.self) } ?? "absent"
  }

  private func canonical(_ value: JSONValue?) -> String {
    value.map { String(decoding: CanonicalJSON.bytes($0), as: UTF8.self) } ?? "absent"
  }

  @Test("The document names both versions, whether they are equal, the summary and the changes")
  func document() throws {
    let json = try Snapshots.diff(Snapshots.review([]), Snapshots.review([])).json
    #expect(
      canonical(json)
        == #"{"changes":[],"equal":true,"format":"stet-diff/1","#
        + #""new":{"captured":"2012-11-18T00:00:00Z","cause":"page","page":"http://reviews.example/the-defector/","version":2},"#
        + #""old":{"captured":"2012-11-17T00:00:00Z","cause":"page","page":"http://reviews.example/the-defector/","version":1},"#
        + #""page":"http://reviews.example/the-defector/","summary":"no difference"}"#)
  }

  @Test("A text change has old, new and words")
  func textChange() throws {
    var old = Snapshots.review([])
    old.title = "The Defector"
    var new = old
    new.title = "The Deserter"
    #expect(
      canonical(try Snapshots.diff(old, new).json["changes"])
        == #"[{"change":"changed","field":"title","new":"The Deserter","old":"The Defector","#
        + #""severity":"correction","words":[{"op":"=","text":"The"},{"op":"-","text":" Defector"},{"op":"+","text":" Deserter"}]}]"#
    )
  }

  @Test("A field that came has no old value, one that went no new value")
  func addedAndRemoved() throws {
    var old = Snapshots.review([])
    old.verdict = "See it."
    var new = Snapshots.review([])
    new.rating = Rating(value: .number(4), best: 5, text: "4/5")
    #expect(
      canonical(try Snapshots.diff(old, new).json["changes"])
        == #"[{"change":"added","field":"rating","new":{"best":5,"text":"4/5","value":4},"severity":"substantive"},"#
        + #"{"change":"removed","field":"verdict","old":"See it.","severity":"substantive"}]"#)
  }

  @Test("A list change has both lists, and what came, went and was altered")
  func listChange() throws {
    var old = Snapshots.review([])
    old.tags = [Term(name: "film", url: "http://a.example/film"), Term(name: "war")]
    var new = Snapshots.review([])
    new.tags = [Term(name: "festival"), Term(name: "film", url: "http://a.example/films")]
    #expect(
      canonical(try Snapshots.diff(old, new).json["changes"])
        == #"[{"added":[{"name":"festival"}],"altered":[{"new":{"name":"film","url":"//a.example/films"},"#
        + #""old":{"name":"film","url":"//a.example/film"}}],"change":"changed","field":"tags","#
        + #""new":[{"name":"festival"},{"name":"film","url":"//a.example/films"}],"#
        + #""old":[{"name":"film","url":"//a.example/film"},{"name":"war"}],"removed":[{"name":"war"}],"severity":"cosmetic"}]"#
    )
  }

  @Test("A body change counts unchanged blocks and tells the others with their places")
  func bodyChange() throws {
    let old = Snapshots.review(["One stays.", "The hero dies in the end."])
    let new = Snapshots.review(["One stays.", "The hero lives in the end.", "Go."])
    #expect(
      canonical(try Snapshots.diff(old, new).json["changes"])
        == #"[{"blocks":[{"change":"edited","new":"The hero lives in the end.","newIndex":1,"newType":"paragraph","#
        + #""old":"The hero dies in the end.","oldIndex":1,"oldType":"paragraph","#
        + #""words":[{"op":"=","text":"The hero"},{"op":"-","text":" dies"},{"op":"+","text":" lives"},"#
        + #"{"op":"=","text":" in the end."}]},"#
        + #"{"change":"added","new":"Go.","newIndex":2,"newType":"paragraph"}],"#
        + #""change":"changed","field":"body","severity":"correction","unchanged":1}]"#)
  }

  @Test("Order of tags alone is in the notes")
  func notes() throws {
    var old = Snapshots.review([])
    old.tags = [Term(name: "a"), Term(name: "b")]
    var new = old
    new.tags.reverse()
    let json = try Snapshots.diff(old, new).json
    #expect(json["equal"]?.bool == true)
    #expect(text(json["notes"]?.array?.first?["change"]) == #""reordered""#)
    #expect(json["notes"]?.array?.first?["reordered"]?.bool == true)
  }

  @Test("Words in JSON make the normalised texts of both sides", arguments: 0..<100)
  func words(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let old = records.review()
    let json = try Snapshots.diff(old, records.variant(of: old)).json
    for change in json["changes"]?.array ?? [] {
      for place in [change] + (change["blocks"]?.array ?? []) {
        guard let words = place["words"]?.array else { continue }
        func join(_ skipped: String) -> String {
          words.filter { $0["op"]?.string != skipped }.compactMap { $0["text"]?.string }.joined()
        }
        #expect(join("+") == place["old"]?.string)
        #expect(join("-") == place["new"]?.string)
      }
    }
  }
}
