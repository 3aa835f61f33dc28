import StetYAML
import Testing

@Suite("YAMLNode")
struct YAMLNodeTests {
  @Test("Every value knows its line and column")
  func places() throws {
    let node = try #require(try YAMLNode.read("a: 1\nsites:\n  - name: x\n    pages: [y, z]\n"))
    let entries = try node.entries("it")
    #expect(entries.map(\.key.text) == ["a", "sites"])
    #expect(entries[1].key.line == 2)
    let pages = try #require(entries[1].value.sequence?.first?.mapping?.last?.value.sequence)
    #expect(pages[1].line == 4)
    #expect(pages[1].column == 16)
    #expect(try pages[1].text("p") == "z")
  }

  @Test("Nothing is nil, a word that is not quoted may be null, a quoted one is text")
  func nothing() throws {
    #expect(try YAMLNode.read("") == nil)
    #expect(try YAMLNode.read("# only a comment\n") == nil)
    let entries = try #require(try YAMLNode.read("a:\nb: ~\nc: 'null'\n")).entries("it")
    #expect(entries.map(\.value.isNull) == [true, true, false])
    #expect(throws: YAMLFault.self) { try entries[0].value.text("a") }
    #expect(try entries[2].value.text("c") == "null")
  }

  @Test("A key that comes twice, and what is no YAML, are faults with their place")
  func faults() throws {
    let twice = try #require(throws: YAMLFault.self) { try YAMLNode.read("a: 1\nb: 2\na: 3\n") }
    #expect(twice.message.contains("'a'"))
    #expect(twice.line != nil)
    let broken = try #require(throws: YAMLFault.self) { try YAMLNode.read("a: [1\nb: {") }
    #expect(broken.message.hasPrefix("it is not YAML"))
    #expect(broken.line != nil)
  }

  @Test("Aliases of aliases end at a limit, not in billions of values")
  func aliases() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    let fault = try #require(throws: YAMLFault.self) { try YAMLNode.read(text) }
    #expect(fault.message.contains("more than"))
  }

  @Test("An unknown key names the nearest one that there is")
  func nearest() throws {
    let key = try #require(try YAMLNode.read("  sitmap: 1")).entries("it")[0].key
    let fault = key.unknown(among: ["name", "feeds", "sitemap"])
    #expect(fault.message.hasPrefix("there is no key 'sitmap'. Did you mean 'sitemap'?"))
    #expect(fault.line == 1)
    #expect(fault.column == 3)
  }
}
