import StetArchive
import StetModel
import Testing

@Suite struct SearchQueryTests {
  private func outline(_ text: String) throws -> String {
    let query = try SearchQuery(text)
    func outline(_ terms: [SearchTerm]) -> String {
      terms.map { "\($0.field.map { "\($0.rawValue)=" } ?? "")\($0.text)\($0.isPrefix ? "…" : "")" }
        .joined(separator: "|")
    }
    var parts = [outline(query.wanted)]
    if !query.unwanted.isEmpty { parts.append("not " + outline(query.unwanted)) }
    if !query.hosts.isEmpty { parts.append("on " + query.hosts.joined(separator: ",")) }
    if !query.unwantedHosts.isEmpty { parts.append("not on " + query.unwantedHosts.joined(separator: ",")) }
    if let after = query.after { parts.append("after \(after)") }
    if let before = query.before { parts.append("before \(before)") }
    return parts.joined(separator: " ")
  }

  @Test(
    "Words, phrases, fields, filters, beginnings and what is left out",
    arguments: [
      ("quiet harbour", "quiet|harbour"), ("\"quiet harbour\" film", "quiet harbour|film"),
      ("“quiet harbour”", "quiet harbour"), ("harb*", "harb*…"), ("\"quiet harb\"*", "quiet harb…"),
      ("title:harbour", "title=harbour"), ("TITLE:\"quiet harbour\"", "title=quiet harbour"),
      ("a -b -author:\"C D\"", "a not b|author=C D"), ("a host:Example.ORG -host:x.y", "a on example.org not on x.y"),
      ("a after:2026-11 before:2027", "a after 2026-11-01T00:00:00Z before 2027-01-01T00:00:00Z"),
      // What looks like syntax and is none.
      ("\"never closed", "never closed"), ("title: harbour", "title:|harbour"), ("foo:bar", "foo:bar"),
      ("a - b", "a|b"), ("a -- b", "a|b"), ("http://x.y", "http://x.y"), ("a OR b AND NOT c", "a|OR|b|AND|NOT|c"),
      ("don't (a) ^b {c} +d", "don't|(a)|^b|{c}|+d"), ("a \"\" ***", "a"), ("x\0y", "x|y"),
    ])
  func reading(text: String, expected: String) throws { #expect(try outline(text) == expected) }

  @Test(
    "A query without a word, with a date that is none, or beyond all measure is refused with the remedy",
    arguments: [
      ("", SearchQueryError.Code.noWords), ("***", .noWords), ("-film", .noWords), ("host:example.org", .noWords),
      ("a after:yesterday", .badDate), ("a before:2026-13", .badDate), ("a -after:2026", .badDate),
      (String(repeating: "a ", count: 65), .tooLong), (String(repeating: "a", count: 9000), .tooLong),
    ])
  func refusals(text: String, code: SearchQueryError.Code) throws {
    let error = #expect(throws: SearchQueryError.self) { _ = try SearchQuery(text) }
    #expect(error?.code == code)
    #expect(error?.description.hasSuffix(".") == true)
  }

  @Test("What a form says beside the words narrows the query; what the words say themselves stays")
  func narrowed() throws {
    let query = try SearchQuery("harbour author:quill host:old.example after:2020")
    let narrowed = try query.narrowed(to: .title, host: "Reviews.example", before: "2026-11")
    #expect(narrowed.wanted.map(\.field) == [.title, .author])
    #expect(narrowed.hosts == ["reviews.example"])
    #expect(narrowed.after == query.after)
    #expect(narrowed.before == Timestamp("2026-11-01T00:00:00Z"))
    #expect(try query.narrowed() == query)
    #expect(throws: SearchQueryError.self) { try query.narrowed(after: "soon") }
  }
}
