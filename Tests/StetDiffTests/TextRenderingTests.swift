import StetModel
import Testing

@testable import StetDiff

@Suite struct TextRenderingTests {
  private static let escape = "\u{1B}"

  private func pair() -> (old: Review, new: Review) {
    var old = Snapshots.review([
      "One stays.", "Two stays.", "The lead actor never raises his voice at all.", "The score is thin and sad.",
      "See it twice.",
    ])
    old.title = "The Defector"
    old.tags = [Term(name: "festival")]
    old.rating = Rating(value: .number(4), best: 5, text: "★★★★")
    old.pros = ["quick"]
    var new = Snapshots.review([
      "See it twice.", "One stays.", "Two stays.", "The lead actress never raises her voice at all.",
    ])
    new.title = "The Defectors"
    new.byline = "By Ada Example"
    new.tags = [Term(name: "war")]
    new.rating = Rating(value: .number(3), best: 5, text: "★★★")
    new.pros = ["quick", "never dull"]
    return (old, new)
  }

  @Test("Ten thousand changed blocks are shown; of the rest it is said how many they are, and what became of them")
  func mostBlocks() throws {
    func rendered(_ count: Int) throws -> String {
      let kept = "What nobody changed stands at the end."
      let old = Snapshots.review([kept, "This one went away later on."])
      let new = Snapshots.review((0..<count).map { "Added \($0)" } + [kept])
      return TextRendering(width: 80, color: false).render(try Snapshots.diff(old, new))
    }
    let whole = try rendered(9_999)
    #expect(whole.contains("{+Added 9998+}"))
    #expect(whole.contains("[-This one went away later on.-]"))
    #expect(!whole.contains("not shown"))
    let cut = try rendered(10_002)
    #expect(cut.contains("{+Added 9999+}"))
    #expect(!cut.contains("Added 10000"))
    #expect(cut.contains("3 more changed blocks are not shown here: 2 added, 1 removed."))
    #expect(cut.hasSuffix("The HTML and\n  the JSON have them all.\n"))
  }

  @Test("A comparison reads top down: versions, fields in words, then the body")
  func whole() throws {
    let (old, new) = pair()
    let text = TextRendering(width: 80, color: false).render(try Snapshots.diff(old, new))
    #expect(
      text == """
        http://reviews.example/the-defector/
        version 1 (2012-11-17T00:00:00Z) → version 2 (2012-11-18T00:00:00Z)

        severity    substantive
        title       The Defector → The Defectors
        byline      + By Ada Example
        body        1 paragraph edited, 1 removed, 1 moved, 4 words changed
        tags        +war  −festival
        rating      lowered 4/5 → 3/5
        pros        +never dull

          block 1 (paragraph) moved from 5 to 1
            See it twice.

          … 2 paragraphs unchanged …

          block 4 (paragraph) edited
            The lead [-actor-]{+actress+} never raises [-his-]{+her+} voice at all.

          old block 4 (paragraph) removed
            [-The score is thin and sad.-]

        """)
  }

  @Test("Beside each other, each side marks what only it has, and columns stay in line")
  func sideBySide() throws {
    let old = Snapshots.review(["The lead actor never raises his voice at all.", "映画は良いと思います、とても静かで。"])
    let new = Snapshots.review(["The lead actress never raises her voice.", "映画は悪いと思います、とても静かで。"])
    let text = TextRendering(width: 64, color: false, layout: .sideBySide).render(try Snapshots.diff(old, new))
    let columns = text.split(separator: "\n").filter { $0.contains("│") }
    #expect(columns.count >= 4)
    #expect(columns[0].hasPrefix("    The lead [-actor-] never"))
    #expect(columns[0].contains("│ The lead {+actress+} never"))
    for line in columns {
      let left = line.prefix { $0 != "│" }
      #expect(left.unicodeScalars.reduce(0) { $0 + DisplayWidth.of($1) } == 33, "\(line)")
    }
  }

  @Test("In numbers, no text of the body is shown")
  func numbers() throws {
    let (old, new) = pair()
    let text = TextRendering(width: 80, color: false, layout: .numbers).render(try Snapshots.diff(old, new))
    #expect(text.contains("1 paragraph edited"))
    #expect(!text.contains("voice"))
  }

  @Test("Colour takes the place of brackets and is switched off at the end of each line")
  func color() throws {
    let (old, new) = pair()
    let text = TextRendering(width: 40, color: true).render(try Snapshots.diff(old, new))
    #expect(text.contains("\(Self.escape)[31;9mactor\(Self.escape)[0m"))
    #expect(!text.contains("[-"))
    for line in text.split(separator: "\n") where line.contains(Self.escape) {
      #expect(line.hasSuffix("[0m") || !line.hasSuffix("m"))
    }
    for line in text.split(separator: "\n") {
      let opened = line.ranges(of: "\(Self.escape)[").count
      let closed = line.ranges(of: "\(Self.escape)[0m").count
      #expect(opened == 2 * closed)
    }
  }

  @Test("Colour changes nothing but escape sequences and brackets")
  func noColorNoEscape() throws {
    let (old, new) = pair()
    #expect(!TextRendering(width: 80, color: false).render(try Snapshots.diff(old, new)).contains(Self.escape))
  }

  @Test("No difference says so; tags in another order are told beside it")
  func empty() throws {
    var old = Snapshots.review([])
    old.tags = [Term(name: "war"), Term(name: "festival")]
    var new = old
    new.tags.reverse()
    let text = TextRendering(width: 80, color: false).render(try Snapshots.diff(old, new))
    #expect(text.hasSuffix("No difference.\ntags        order now: festival, war (makes no version)\n"))
  }

  @Test("A page that is gone is told in a sentence")
  func gone() throws {
    let text = TextRendering(width: 80, color: false).render(try Snapshots.diff(Snapshots.review(["x"]), nil))
    #expect(text.contains("2012-11-18T00:00:00Z, gone)"))
    #expect(text.contains("The page is gone."))
  }

  @Test("Long unchanged stretches inside a paragraph are counted, not shown")
  func longParagraph() throws {
    let words = (0..<200).map { "w\($0)" }
    let old = Snapshots.review([words.joined(separator: " ") + " end"])
    let new = Snapshots.review([words.joined(separator: " ") + " END"])
    let text = TextRendering(width: 80, color: false).render(try Snapshots.diff(old, new))
    #expect(text.contains("… 170 words … w170"))
    #expect(text.contains("[-end-]{+END+}"))
  }

  @Test("Control and direction characters of page text are made visible")
  func hostileText() throws {
    var old = Snapshots.review(["Safe text with \u{1B}[2J\u{9B}31m and \u{202E}reversed\u{0} words \u{7F}here"])
    old.body.append(.code(text: "a\r\u{8}b\n\u{1B}]0;x\u{7}"))
    var new = Snapshots.review(["Safe text with \u{1B}[3J and \u{202E}reversed\u{0} words here"])
    new.title = "T\u{1B}c"
    new.authors = [Author(name: "\u{1B}[1mA")]
    new.item = ReviewItem(name: "\u{1B}[1mB")
    let text = TextRendering(width: 80, color: false).render(try Snapshots.diff(old, new))
    #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains("T␛c"))
    #expect(text.contains("‹U+202E›"))
  }

  @Test("No line is wider than asked, whatever the script", arguments: 0..<150)
  func width(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let width = 20 + Int(seed % 40)
    var old = records.review()
    old.body.append(.paragraph(text: String(repeating: "長い", count: 40) + " " + String(repeating: "x", count: 90)))
    let diff = try Snapshots.diff(old, records.review())
    for line in TextRendering(width: width, color: false).render(diff).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test("Words are not broken while they fit a line")
  func wordWrap() throws {
    let old = Snapshots.review([])
    var new = old
    new.lead = "alpha beta gamma delta epsilon zeta eta theta"
    let text = TextRendering(width: 30, color: false).render(try Snapshots.diff(old, new))
    #expect(
      text.hasSuffix(
        """
        lead        + alpha beta gamma
                    delta epsilon zeta
                    eta theta

        """))
  }

  @Test(
    "Wide characters take two columns, combining ones none",
    arguments: [("abc", 3), ("映画", 4), ("e\u{301}", 1), ("한국", 4), ("👍", 2), ("ｱ", 1), ("Ａ", 2), ("★", 1), ("", 0)])
  func displayWidth(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

  @Test("Words are marked in a text that kept most of them; one that kept few is told before → after")
  func shortTexts() throws {
    var old = Snapshots.review([])
    old.title = "A long walk home"
    old.verdict = "Good."
    var new = old
    new.title = "A short walk home"
    new.verdict = "Bad!"
    let text = TextRendering(width: 80, color: false).render(try Snapshots.diff(old, new))
    #expect(text.contains("title       A [-long-]{+short+} walk home\n"))
    #expect(text.contains("verdict     Good. → Bad!\n"))
  }

  @Test("A white-space change is shown by signs")
  func whiteSpace() throws {
    var old = Snapshots.review([])
    old.body = [.code(text: "if x {\n  y }", language: nil)]
    var new = old
    new.body = [.code(text: "if x {\n    y }", language: nil)]
    let text = TextRendering(width: 80, color: false).render(try Snapshots.diff(old, new))
    #expect(text.contains("[-⏎␣␣-]{+⏎␣␣␣␣+}y"))
  }

  @Test("A rating whose number stays shows what else changed")
  func ratingText() throws {
    var old = Snapshots.review([])
    old.rating = Rating(value: .number(4), best: 5, text: "4/5")
    var new = old
    new.rating?.text = "★★★★"
    let text = TextRendering(width: 80, color: false).render(try Snapshots.diff(old, new))
    #expect(text.contains("rating      4/5, printed “4/5” → 4/5, printed “★★★★”"))
  }
}
