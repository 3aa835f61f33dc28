import StetModel
import Testing

@testable import StetDiff

/// Hebrew and Arabic text in our English lines.
@Suite struct RightToLeftTests {
  /// Isolates as brackets that can be seen.
  private func shown(_ text: String) -> String {
    text.replacing("\u{2066}", with: "⟦L:").replacing("\u{2067}", with: "⟦R:").replacing("\u{2069}", with: "⟧")
  }

  private func text(_ old: Review, _ new: Review, isolated: Bool = true, width: Int = 80) throws -> String {
    let rendering = TextRendering(width: width, color: false, isolatesDirections: isolated)
    return shown(rendering.render(try Snapshots.diff(old, new)))
  }

  private func titled(_ title: String) -> Review {
    var review = Snapshots.review([])
    review.title = title
    return review
  }

  @Test("Old and new keep their order: each stands in an isolate of its own direction")
  func fields() throws {
    #expect(try text(titled("שלום עולם"), titled("לילה טוב")).contains("title       ⟦R:שלום עולם⟧ → ⟦R:לילה טוב⟧\n"))
    #expect(try text(titled("A film: שלום"), titled("לילה (Night)")).contains("⟦L:A film: שלום⟧ → ⟦R:לילה (Night)⟧\n"))
    let summary = try Snapshots.diff(titled("שלום עולם"), titled("לילה טוב")).summary(isolatingDirections: true)
    #expect(shown(summary) == "title “⟦R:שלום עולם⟧” → “⟦R:לילה טוב⟧”")
  }

  @Test("Text that runs as ours does is left as it is, and so is everything where nobody displays it")
  func plain() throws {
    #expect(!(try text(titled("Night over Łódź"), titled("夜")).contains("⟦")))
    #expect(!(try text(titled("שלום"), titled("לילה"), isolated: false).contains("⟦")))
    let diff = try Snapshots.diff(titled("שלום"), titled("לילה"))
    #expect(diff.summary == "title “שלום” → “לילה”")
  }

  @Test("Each line of a paragraph is an isolate of the paragraph's direction, closed where the line ends")
  func lines() throws {
    let words = "השחקן הראשי לא מרים את קולו לאורך כל הסרט הארוך הזה שאינו נגמר לעולם ABC מילים נוספות רבות"
    let output = try text(
      Snapshots.review(["x", words + " היום"]), Snapshots.review(["x", words + " אתמול"]), width: 40)
    let lines = output.split(separator: "\n").filter { $0.contains("⟦") }
    #expect(lines.count >= 3)
    for line in lines {
      #expect(line.hasPrefix("    ⟦R:"))
      #expect(line.hasSuffix("⟧"))
    }
  }

  @Test("Side by side, each column is isolated, and the line between them stays in its place")
  func sideBySide() throws {
    let rendering = TextRendering(width: 60, color: false, layout: .sideBySide, isolatesDirections: true)
    let output = shown(
      rendering.render(
        try Snapshots.diff(Snapshots.review(["הסרט ארוך ויפה מאוד"]), Snapshots.review(["הסרט קצר ויפה מאוד"]))))
    #expect(output.contains("    ⟦R:הסרט [-ארוך-] ויפה מאוד⟧    │ ⟦R:הסרט {+קצר+} ויפה מאוד⟧\n"))
  }

  @Test("Signs by which a page would turn our lines round are made visible")
  func hostile() throws {
    let payload = "a\u{202E}b\u{2066}c\u{2069}d\u{2068}e\u{2067}f\u{202A}g\u{202B}h\u{202C}i\u{202D}j"
    for isolated in [true, false] {
      let output = TextRendering(width: 200, color: false, isolatesDirections: isolated).render(
        try Snapshots.diff(titled(payload), titled(payload + " שלום")))
      let controls = output.unicodeScalars.filter { (0x202A...0x202E).contains($0.value) }
      #expect(controls.isEmpty)
      // Ours only: one opens, one closes.
      #expect(output.unicodeScalars.count { (0x2066...0x2069).contains($0.value) } == (isolated ? 2 : 0))
      #expect(output.contains("‹U+202E›"))
    }
    let html = HTMLDiff.page(try Snapshots.diff(titled(payload), titled("שלום")))
    #expect(
      !html.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
    #expect(html.contains("“<bdi>שלום</bdi>”"))
  }

  @Test("Points and vowels take no column")
  func width() {
    #expect(DisplayWidth.of("שָׁלוֹם") == 4)
    #expect(DisplayWidth.of("مُحَمَّد") == 4)
    #expect(DisplayWidth.of("\u{200F}שלום\u{200E}") == 4)
  }

  @Test(
    "Words are whole with their points, their vowels, their tatweel and their gershayim; a maqaf parts them",
    arguments: [
      ("שָׁלוֹם עוֹלָם!", ["שָׁלוֹם", "עוֹלָם", "!"]),
      ("בית־ספר", ["בית", "־", "ספר"]),
      ("דו״ח של צה\"ל", ["דו״ח", "של", "צה\"ל"]),
      ("אמר \"שלום\" ויצא", ["אמר", "\"", "שלום", "\"", "ויצא"]),
      ("مُحَمَّد، كتـــاب؟", ["مُحَمَّد", "،", "كتـــاب", "؟"]),
      ("٤٫٥ من ٥", ["٤٫٥", "من", "٥"]),
      ("say \"so\" a\"b", ["say", "\"", "so", "\"", "a", "\"", "b"]),
    ] as [(String, [String])])
  func words(_ text: String, _ expected: [String]) {
    var table = WordTable()
    let scanned = ScannedText(text, table: &table)
    #expect(scanned.places.map { scanned.text($0.range) } == expected)
  }
}
