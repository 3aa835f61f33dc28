import StetHTML
import Testing

@testable import StetExtract

@Suite struct SignalMemoTests {
  /// What each class attribute of a page says, by the memo and without it.
  private func read(_ classes: [String]) throws -> (remembered: [Signals], fresh: [Signals], hasMicroformat: Bool) {
    let source = classes.map { "<p class='\($0)'>x</p>" }.joined()
    let document = try HTMLParser.parse(Array(source.utf8))
    var memo = SignalMemo(document)
    let ranges = document.attributes.map(\.value)
    let remembered = ranges.map { memo.read($0).signals }
    let fresh = ranges.map { range in
      document.values[range.indices].withUnsafeBufferPointer {
        SignalWords.signals(in: $0) { _ in }.subtracting(.microformat)
      }
    }
    return (remembered, fresh, memo.hasMicroformat)
  }

  @Test("A class says the same the second time, and among a thousand others")
  func same() throws {
    let classes = (0..<1000).flatMap { ["byline c\($0)", "post-\($0) entry-content", "tag-cloud", "byline c\($0)"] }
    let (remembered, fresh, hasMicroformat) = try read(classes)
    #expect(remembered == fresh)
    #expect(remembered.count == 4000 && remembered[0].contains(.byline) && remembered[2].contains(.cloud))
    #expect(!hasMicroformat)
  }

  @Test("Root classes of microformats are noticed", arguments: ["hentry", "h-entry x", "post hReview", "h-review"])
  func microformat(name: String) throws {
    let (remembered, _, hasMicroformat) = try read(["x", name])
    #expect(hasMicroformat)
    #expect(remembered.allSatisfy { !$0.contains(.microformat) })
  }
}
