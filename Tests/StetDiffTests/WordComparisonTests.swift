import StetModel
import Testing

@testable import StetDiff

@Suite struct WordComparisonTests {
  private func words(_ text: String) -> [String] {
    var table = WordTable()
    let scanned = ScannedText(text, table: &table)
    return scanned.places.map { scanned.text($0.range) }
  }

  private func marked(_ old: String, _ new: String) -> String {
    var table = WordTable()
    var effort = Effort(limit: 1_000_000)
    return WordComparison(old, new, table: &table, effort: &effort).runs.map { run in
      switch run.operation {
      case .kept: run.text
      case .removed: "[-\(run.text)-]"
      case .added: "{+\(run.text)+}"
      }
    }.joined()
  }

  @Test(
    "Latin words, numbers, dates and contractions are whole; punctuation stands alone",
    arguments: [
      ("Don't panic, Ada!", ["Don't", "panic", ",", "Ada", "!"]),
      ("It’s 4.5 of 5.", ["It’s", "4.5", "of", "5", "."]),
      ("2012-11-17, 10:30", ["2012-11-17", ",", "10:30"]),
      ("a well-known 4/5 (1,000)", ["a", "well", "-", "known", "4/5", "(", "1,000", ")"]),
      ("'quoted' 3D ★★½", ["'", "quoted", "'", "3D", "★", "★", "½"]),
      ("snake_case x2", ["snake_case", "x2"]),
      ("Кино и театр", ["Кино", "и", "театр"]),
      ("한국 영화", ["한국", "영화"]),
      ("שלום עולם", ["שלום", "עולם"]),
    ])
  func latin(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test(
    "Scripts without spaces are cut by character, marks stay with their base",
    arguments: [
      ("映画は良い。", ["映", "画", "は", "良", "い", "。"]),
      ("か\u{3099}く", ["か\u{3099}", "く"]),
      ("ไม่ดี", ["ไ", "ม่", "ดี"]),
      ("e\u{301}té", ["e\u{301}té"]),
      ("ok 👩‍👩‍👧👍🏽", ["ok", "👩‍👩‍👧", "👍🏽"]),
      ("\u{301}", ["\u{301}"]),
      ("", []),
    ])
  func ideographs(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test("A changed word is marked alone, with its space on its own side")
  func changedWord() {
    #expect(marked("the cat sat", "the big cat sat") == "the{+ big+} cat sat")
    #expect(marked("a cold morning here", "a cold evening here") == "a cold[- morning-]{+ evening+} here")
    #expect(marked("4.5 of 5", "4 of 5") == "[-4.5-]{+4+} of 5")
    #expect(marked("良い映画", "悪い映画") == "[-良-]{+悪+}い映画")
  }

  @Test("Space that changes is told as a change of space")
  func changedSpace() {
    #expect(marked("a  b", "a b") == "a[-  -]{+ +}b")
    #expect(marked("a b", "ab") == "[-a b-]{+ab+}")
    #expect(marked("(a)", "( a )") == "({+ +}a{+ +})")
    #expect(marked("a\n", "a") == "a[-\n-]")
  }

  @Test("Punctuation that both sides happen to have between two changes is no island")
  func strayPunctuation() {
    #expect(marked("x old, grey y", "x new, blue y") == "x[- old, grey-]{+ new, blue+} y")
    #expect(marked("x old, grey y", "x new, grey y") == "x[- old-]{+ new+}, grey y")
  }

  @Test("Canonically equivalent words are the same word")
  func canonicalEquivalence() {
    #expect(marked("caf\u{E9} x", "cafe\u{301} y") == "caf\u{E9}[- x-]{+ y+}")
    #expect(marked("\u{304C} a", "\u{304B}\u{3099} b") == "\u{304C}[- a-]{+ b+}")
    #expect(marked("\u{F900} a", "\u{8C48} b") == "\u{F900}[- a-]{+ b+}")
  }

  @Test("Kept and removed runs make the old text, kept and added runs the new one", arguments: 0..<300)
  func concatenation(seed: UInt64) {
    var records = RandomRecords(seed: seed)
    let (old, new) = (records.text(maximumWords: 30), records.text(maximumWords: 30))
    var table = WordTable()
    // Some with hardly any effort allowed: coarse, yet never wrong.
    var effort = Effort(limit: seed.isMultiple(of: 5) ? 3 : 100_000)
    let runs = WordComparison(old, new, table: &table, effort: &effort).runs
    #expect(runs.filter { $0.operation != .added }.map(\.text).joined() == old)
    // What is kept is shown as the old text has it.
    let others = runs.filter { $0.operation != .removed }.map(\.text).joined()
    #expect(Typography.folded(others) == Typography.folded(new))
    #expect(!runs.contains { $0.text.isEmpty })
    #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.operation != $1.operation })
  }

  @Test("A text against itself is one kept run", arguments: 0..<50)
  func itself(seed: UInt64) {
    var records = RandomRecords(seed: seed)
    let text = records.text()
    var table = WordTable()
    var effort = Effort(limit: 10_000)
    let comparison = WordComparison(text, text, table: &table, effort: &effort)
    #expect(comparison.runs == (text.isEmpty ? [] : [WordRun(.kept, text)]))
    #expect(comparison.changedWords == 0)
  }

  @Test("Words that are typeset differently are the same words")
  func typography() {
    #expect(marked("“It’s” – 1990–2000 … a", "\"It's\" -- 1990-2000 ... b") == "“It’s” – 1990–2000 …[- a-]{+ b+}")
    #expect(marked("a... b", "a… c") == "a...[- b-]{+ c+}")
  }

  @Test("Words are counted on both sides, punctuation is not")
  func changedWords() {
    var table = WordTable()
    var effort = Effort(limit: 10_000)
    #expect(WordComparison("a, b c", "a; b d e", table: &table, effort: &effort).changedWords == 3)
  }
}
