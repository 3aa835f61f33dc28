@testable internal import StetCommands
internal import StetExtract
internal import StetModel
@testable internal import StetRender
internal import StetTestSupport

/// What everything printed promises.
enum OutputPromises {
  /// Every form of a record.
  static func check(_ review: Review) {
    let html = HTMLRendering.render([review])
    checkIsClean(html)
    let markdown = MarkdownRendering.render(review)
    promise((try? MarkdownReader.blocks(markdown)) != nil, "Markdown that is not read")
    for text in [html, markdown, PlainTextRendering.render(review)] { checkIsPrintable(text) }
    let linked = LinkedDataRendering.json(review)
    promise((try? JSONParser.parse(CompactJSON.bytes(linked))) == linked, "JSON-LD that is not read as written")
  }

  /// A page's record and its explanation.
  static func check(_ extraction: Extraction) {
    check(extraction.review)
    checkIsPrintable(ExplanationRendering(style: TextStyle(isColored: false), width: 80).render(extraction))
  }

  /// Inline Markdown as HTML.
  static func check(markdown: String) {
    checkIsClean(InlineMarkdown.html(markdown))
  }

  private static func checkIsClean(_ html: String) {
    let violation = CleanHTML.violation(in: html)
    promise(violation == nil, violation ?? "")
  }

  /// No control characters but line feeds and tabs: a page cannot speak to the terminal.
  private static func checkIsPrintable(_ text: String) {
    for scalar in text.unicodeScalars where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
      promise(scalar == "\n" || scalar == "\t", "a control character")
    }
  }
}
