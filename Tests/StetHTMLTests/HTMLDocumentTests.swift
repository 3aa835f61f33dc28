import StetHTML
import Testing

@Suite struct HTMLDocumentTests {
  /// Whatever the source, the arrays must fit together.
  private func check(_ document: HTMLDocument, _ source: [UInt8]) {
    let shown = Comment(rawValue: String(decoding: source.prefix(200), as: UTF8.self))
    #expect(document.parent(0) == -1 && document.end(0) == document.count, shown)
    #expect(String(validating: document.text, as: UTF8.self) != nil, shown)
    #expect(String(validating: document.values, as: UTF8.self) != nil, shown)
    var isSound = true
    var textEnd = 0
    for node in 1..<document.count {
      let parent = document.parent(node)
      isSound = isSound && parent >= 0 && parent < node && document.end(node) > node
      isSound = isSound && document.end(node) <= document.end(parent)
      isSound = isSound && (document.isElement(parent) || parent == 0)
      let range = document.textRange(node)
      isSound = isSound && range.lowerBound == textEnd && range.upperBound <= document.text.count
      switch document.tag(node) {
      case .text:
        isSound = isSound && range.count == Int(document.nodes[node].length) && !range.isEmpty
        textEnd = range.upperBound
      case .raw:
        isSound = isSound && Int(document.nodes[node].first + document.nodes[node].length) <= document.values.count
      default:
        isSound = isSound && !document.name(of: node).isEmpty && document.nodes[node].length == 0
        for index in document.attributeRange(node) {
          isSound = isSound && document.attributes[index].value.indices.upperBound <= document.values.count
        }
      }
    }
    #expect(isSound && textEnd == document.text.count, shown)
    // Children tile their parent.
    for node in 0..<document.count where document.isElement(node) || node == 0 {
      let covered = document.children(node).reduce(1) { $0 + document.subtree($1).count }
      #expect(covered == document.subtree(node).count, shown)
    }
  }

  @Test("The tree is sound for random pieces of markup")
  func randomMarkup() throws {
    let pieces = [
      "<p>", "</p>", "<b>", "</b>", "<section>", "</section>", "<wbr>", "<td>", "<table>", "</table>", "<a href=x>",
      "</a>", "text ", "&amp;", "&copy ", "&#146;", "&#0;", "<script>", "</script>", "<!--", "-->", "<body class=a>",
      "<head>", "</body>", "<html>", "</html>", "<br/>", "<div/>", "é", "\0", "<style>", "</style>", "<svg><title>",
      "<frameset>", "<frame>", "<", ">", "'", "\"", "<?x", "<![CDATA[", "]]>", "<select><option>", "<x:y z>", "<body/>",
      "<object>", "<li>", "<ul>", "</ul>", "<title>", "</title>", "<pre>\n", "&nbsp", "<source>", "</source>",
    ].map { Array($0.utf8) }
    var random = SplitMix(seed: 1)
    for _ in 0..<2_500 {
      let source = (0..<Int.random(in: 1...30, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      do throws(HTMLError) {
        let document = try HTMLParser.parse(source)
        check(document, source)
      } catch {
        #expect(error.code == .empty)
      }
    }
  }

  @Test("The tree is sound for random bytes")
  func randomBytes() throws {
    var random = SplitMix(seed: 2)
    for round in 0..<1_500 {
      let source = (0..<Int.random(in: 1...80, using: &random)).map { _ -> UInt8 in
        // Every other round mostly in the range where markup is.
        round % 2 == 0
          ? .random(in: 0...255, using: &random) : Array("<>/=&;!-ab\"' \u{80}".utf8).randomElement(using: &random) ?? 0
      }
      do throws(HTMLError) {
        check(try HTMLParser.parse(source), source)
      } catch {
        #expect(error.code == .empty)
      }
    }
  }

  @Test("The text of a subtree is one stretch of the text")
  func textRange() throws {
    let document = try page("a<div>b<i>c</i><script>x</script>d</div>e")
    let div = try #require(document.first("div"))
    #expect(String(decoding: document.text[document.textRange(div)], as: UTF8.self) == "bcd")
  }

  @Test("Unlisted names of elements and attributes are found")
  func unlistedNames() throws {
    let document = try page("<p>a</p><my-box data-x='1'></my-box><other-box></other-box>")
    let box = try #require(document.first("my-box"))
    #expect(document.tag(box) == .other)
    #expect(document.attribute(box, named: "data-x") == "1")
    #expect(document.first("other-box") != nil)
  }

  @Test("An attribute without a value is there, and empty")
  func emptyAttribute() throws {
    let document = try page("<p hidden>x")
    let paragraph = try #require(document.first("p"))
    #expect(document.attribute(paragraph, .hidden) == "")
    #expect(document.attribute(paragraph, .id) == nil)
  }

  @Test("The nearest element of a name is looked for in 512 levels, however many there are")
  func closest() throws {
    let document = try page("<article>" + String(repeating: "<span>", count: 600) + "x")
    let spans = document.nodes.indices.filter { document.tag($0) == .span }
    let article = try #require(document.first("article"))
    #expect(document.closest(spans[400], .article) == article)
    #expect(document.closest(spans[599], .article) == nil)
    #expect(document.closest(spans[599], .span) == spans[599])
  }
}

/// A small generator with a seed, so that a failure can be repeated (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
