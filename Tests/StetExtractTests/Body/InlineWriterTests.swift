import Testing

@testable import StetExtract

@Suite struct InlineWriterTests {
  /// The paragraph of a text that comes in pieces.
  private func run(_ pieces: [String], in mark: InlineWriter.Mark? = nil) -> InlineWriter.Run? {
    var writer = InlineWriter()
    // A paragraph before it leaves nothing behind.
    writer.write(Array("Before  it".utf8)[...])
    _ = writer.finish()
    if let mark { _ = writer.open(mark) }
    for piece in pieces { writer.write(Array(piece.utf8)[...]) }
    return writer.finish()
  }

  /// The words and what parts them, each by itself.
  private func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      if character == " " || character == "\n" || pieces.last?.last == " " || pieces.last?.last == "\n" {
        pieces.append(String(character))
      } else {
        pieces.append((pieces.popLast() ?? "") + String(character))
      }
    }
    return pieces
  }

  @Test(
    "Words that come together are written as they are one by one",
    arguments: [
      "The ferry left at nine.", "a  b c\nd e ", " one two\u{A0}three four", "Night\u{AD}fall is long",
      "2 * 3 < 4 & 5 [x]",
      "fish &amp; chips and_more `code` \\ end", "夜は 長い\u{3000}です", "ночь была — длинной", "a\u{B} b c", "x", "x ", " ",
    ])
  func together(_ text: String) {
    for mark in [nil, InlineWriter.Mark.emphasis, .code, .link("https://ferry.example/")] {
      let (whole, parted) = (run([text], in: mark), run(pieces(text), in: mark))
      #expect(whole?.text == parted?.text)
      #expect(whole?.markdown == parted?.markdown)
      #expect(whole?.links == parted?.links)
    }
  }

  @Test("A paragraph without words is none, and the space in it is no part of the next")
  func empty() {
    var writer = InlineWriter()
    writer.write(Array(" \n ".utf8)[...])
    #expect(writer.finish()?.text == nil)
    writer.write(Array("Night".utf8)[...])
    #expect(writer.finish()?.text == "Night")
  }
}
