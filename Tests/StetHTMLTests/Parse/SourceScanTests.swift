import StetHTML
import Testing

@Suite("What is mended before parsing") struct SourceScanTests {
  private func flood(_ count: Int) -> String { (1...count).map { "a\($0)=v" }.joined(separator: " ") }

  @Test("A start tag keeps its first 256 attributes; the cut is recorded")
  func attributeFlood() throws {
    let document = try page("<p \(flood(300))>x</p><p \(flood(256))>y</p>")
    #expect(document.nodes.filter { $0.tag == .p }.map(\.attributeCount) == [256, 256])
    #expect(document.repairs == [.attributesDropped(tags: 1)])
    #expect(String(decoding: document.text, as: UTF8.self) == "xy")
  }

  @Test("Floods of a million attributes do no harm, wherever they hide")
  func hugeFloods() throws {
    let flood = String(repeating: " ", count: 10) + flood(100_000)
    let hidings = [
      "<p \(flood)>", "<p title='>' \(flood)>", "<!DOCTYPE html PUBLIC \"><script>\"><p \(flood)>",
      "<script></p><!--</script><p \(flood)>", "<style><body></style><p \(flood)>",
      "<script></scriptx></script><p \(flood)>", "<script/><p \(flood)>", "<!-- --!><p \(flood)>", "<!--><p \(flood)>",
      "<?x '><p \(flood)>", "</p '><p \(flood)>", "<p a=\"x\"b='y'/ \(flood)>",
      "<\(String(repeating: "n", count: 120)) \(flood)>",
    ]
    for source in hidings {
      let document = try page("<i>a</i>" + source + "tail")
      #expect(document.nodes.allSatisfy { $0.attributeCount <= 256 })
      #expect(document.repairs == [.attributesDropped(tags: 1)], "\(source.prefix(40))")
    }
  }

  @Test("Nothing is cut in comments, scripts, styles and long values")
  func untouched() throws {
    let flood = flood(400)
    let document = try page(
      "<p>a</p><script>'<p \(flood)>'</script><style><p \(flood)></style><!-- <p \(flood)> --><i title='<p \(flood)>'>x</i>"
    )
    #expect(document.repairs.isEmpty)
    #expect(document.bodyMarkup.components(flood) == 4)
  }

  @Test("Odd declarations are comments, not text")
  func bogusComments() throws {
    #expect(try page("<p>a<![endif]>b<!- x ->c<? echo 1 >d</>e</3>f<!>g").words(of: 0) == "abcdefg")
  }

  @Test("<!--> and <!---> are whole comments")
  func emptyComments() throws {
    #expect(try page("<p>a<!-->b<!--->c<!-- x --!>d<!---->e").bodyMarkup == "<p>abcde</p>")
  }

  @Test("A less-than sign that starts no tag is text")
  func lessThan() throws {
    #expect(try page("<p>1 < 2 <3 <= 4").bodyMarkup == "<p>1 < 2 <3 <= 4</p>")
  }

  @Test("Tags at the very start of a script belong to the script")
  func scriptStart() throws {
    #expect(try page("<p>a<script></p>b</script>c</p>").bodyMarkup == "<p>a<script>{</p>b}</script>c</p>")
  }

  @Test("Scripts and styles get their own content back, in order, whatever it looks like")
  func rawContents() throws {
    #expect(
      try page(
        "<p>a</p><script>0</script><SCRIPT>1\n</SCRIPT ><script/><script></script><style>a</b</style><script>&amp;</scripty>"
      ).bodyMarkup
        == "<p>a</p><script>{0}</script><script>{1\n}</script><script></script><script></script>"
        + "<style>{a</b}</style><script>{&amp;</scripty>}</script>")
  }

  @Test("What stands on both sides of a comment does not come together")
  func commentsSeparate() throws {
    #expect(try page("<p>&am<!-- -->p; <<!-- -->b>x").bodyMarkup == "<p>&amp; <b>x</p>")
    #expect(try page("<p>a<!-- -->b").nodes.filter { $0.tag == .text }.count == 1)
  }

  @Test("The source is not changed inside scripts, styles and comments")
  func referencesInScripts() throws {
    #expect(try page("<p>a</p><script>'&#0;&#'</script>").bodyMarkup == "<p>a</p><script>{'&#0;&#'}</script>")
  }
}

extension String {
  /// In how many parts a separator divides the string.
  fileprivate func components(_ separator: String) -> Int { ranges(of: separator).count + 1 }
}
