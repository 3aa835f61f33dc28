import StetModel
import StetTestSupport
import Testing

@testable import StetDiff

@Suite struct BodyAlignmentTests {
  private static let texts = [
    "The harbour wakes slowly while gulls quarrel over the morning catch.",
    "Nobody in the village remembers when the lighthouse keeper stopped writing letters.",
    "A bicycle leans against the chapel wall, its front wheel bent like a spoon.",
    "Every Thursday the baker sells yesterday's bread for half the price.",
    "Rain returned before the orchestra had finished tuning their instruments.",
  ]

  private func body(_ old: [Block], _ new: [Block]) -> BodyChange {
    var table = WordTable()
    var effort = ComparisonEffort()
    func compared(_ blocks: [Block]) -> ComparedBody {
      ComparedBody(
        blocks: blocks.map { $0.versionedContent(under: Normalization.all.shown) }, keys: blocks.map(\.versionedContent)
      )
    }
    return BodyAlignment.change(from: compared(old), to: compared(new), table: &table, effort: &effort)
  }

  private func body(_ old: [String], _ new: [String]) -> BodyChange {
    body(old.map { Block.paragraph(text: $0) }, new.map { Block.paragraph(text: $0) })
  }

  /// What happened to each block: kind, old and new index.
  private func story(_ change: BodyChange) -> [String] {
    change.blocks.map { block in
      "\(block.kind.rawValue) \(block.oldIndex.map(String.init) ?? "-") \(block.newIndex.map(String.init) ?? "-")"
    }
  }

  @Test("A paragraph that became two is split, two that became one are merged; nothing is added or removed")
  func splitAndMerged() {
    let texts = Self.texts
    let long = texts[1] + " " + texts[2]
    #expect(
      story(body([texts[0], long, texts[3]], [texts[0], texts[1], texts[2], texts[3]]))
        == ["unchanged 0 0", "split 1 1", "unchanged 2 3"])
    #expect(
      story(body([texts[0], texts[1], texts[2], texts[3]], [texts[0], long, texts[3]]))
        == ["unchanged 0 0", "merged 1 1", "unchanged 3 2"])
    let split = body([texts[0], long, texts[3]], [texts[0], texts[1], texts[2], texts[3]])
    #expect(split.changedWords == 0)
    #expect(split.blocks[1].news.count == 2)
    #expect(split.blocks[1].newText == texts[1] + "\n" + texts[2])
  }

  @Test("A paragraph split in three with words changed is split, and its changed words count")
  func splitAndEdited() {
    let texts = Self.texts
    let long = texts[0] + " " + texts[1] + " " + texts[2]
    let edited = texts[2].replacing("spoon", with: "fork")
    let change = body([long], [texts[0], texts[1], edited])
    #expect(story(change) == ["split 0 0"])
    #expect(change.changedWords == 2)
  }

  @Test("A new paragraph beside a long one with some of its words is an added one, not a part")
  func noSplit() {
    let texts = Self.texts
    let long = texts[1] + " " + texts[2] + " " + texts[3]
    let change = body([texts[0], long], [texts[0], long + " Indeed.", texts[4]])
    #expect(story(change) == ["unchanged 0 0", "edited 1 1", "added - 2"])
  }

  @Test("A block is found split where its first part stands, however far that is from where it stood")
  func splitFarOff() {
    let texts = Self.texts
    let (first, second) = (texts[1] + " " + texts[2], texts[3])
    let added = (0..<40).map { "Wholly n\($0)ew a\($0)dded s\($0)entence of o\($0)wn words p\($0)ut before." }
    let change = body([first + " " + second, texts[4]], added + [first, second, texts[0]])
    #expect(story(change).contains("split 0 40"))
    #expect(change.count(.split) == 1)
  }

  @Test("Equal texts that were added at different places are different changes")
  func places() {
    let texts = Self.texts
    let before = body([texts[0]], [texts[1], texts[0]]).blocks.filter { $0.kind == .added }
    let after = body([texts[0]], [texts[0], texts[1]]).blocks.filter { $0.kind == .added }
    #expect(before.count == 1 && after.count == 1)
    #expect(before != after)
    #expect(before == body([texts[0]], [texts[1], texts[0]]).blocks.filter { $0.kind == .added })
  }

  @Test("A body in other quotation marks and dashes is the same body")
  func typography() {
    let change = body(
      ["\"It's fine\" -- she said...", "One", "Two"], ["“It’s fine” — she said…", "Two", "One"])
    #expect(change.blocks.allSatisfy { !$0.isEdited })
    #expect(change.changedWords == 0)
  }

  @Test("An inserted and a removed block leave the others unchanged")
  func insertAndRemove() {
    let texts = Self.texts
    #expect(
      story(body([texts[0], texts[1], texts[2]], [texts[0], texts[2], texts[3]]))
        == ["unchanged 0 0", "removed 1 -", "unchanged 2 1", "added - 2"])
  }

  @Test("A block that shares most of its words with one in its place is that block, edited")
  func edited() {
    let texts = Self.texts
    let change = body([texts[0], texts[1]], [texts[0], texts[1].replacing("letters", with: "postcards")])
    #expect(story(change) == ["unchanged 0 0", "edited 1 1"])
    #expect(
      change.blocks[1].words.filter { $0.operation != .kept } == [
        WordRun(.removed, " letters"), WordRun(.added, " postcards"),
      ])
    #expect(change.changedWords == 2)
  }

  @Test("Characters that any two Chinese texts share do not make them alike; a changed word leaves them so")
  func chinese() {
    let old = "这部电影的故事发生在一个很小的城市里，主角是一个不说话的人。"
    #expect(story(body([old], ["我们不在一个人的城市，小说里发生的事是很主要的话。"])) == ["removed 0 -", "added - 0"])
    #expect(story(body([old], [old.replacing("城市", with: "村庄")])) == ["edited 0 0"])
  }

  @Test("A block with other words in the same place is a removal and an addition")
  func rewritten() {
    #expect(story(body([Self.texts[0]], [Self.texts[4]])) == ["removed 0 -", "added - 0"])
  }

  @Test("The last block put first is one moved block")
  func moved() {
    let texts = Self.texts
    #expect(
      story(body(texts, [texts[4]] + texts[..<4]))
        == ["moved 4 0", "unchanged 0 1", "unchanged 1 2", "unchanged 2 3", "unchanged 3 4"])
  }

  @Test("Of two blocks that changed places, the shorter one moved")
  func swapped() {
    let texts = ["Short one.", Self.texts[1]]
    #expect(story(body(texts, texts.reversed())).contains("moved 0 1"))
    #expect(story(body(texts.reversed(), texts)).contains("moved 1 0"))
  }

  @Test("A block that was moved and edited is moved, with its words")
  func movedAndEdited() {
    let texts = Self.texts
    let change = body(texts, [texts[4].replacing("orchestra", with: "band")] + texts[..<4])
    #expect(story(change).first == "moved 4 0")
    #expect(change.blocks.first?.isEdited == true)
    #expect(change.blocks.first?.words.isEmpty == false)
  }

  @Test("A heading of another level is edited, though its words are the same")
  func level() {
    let change = body([.heading(level: 2, text: "Plot")], [.heading(level: 3, text: "Plot")])
    #expect(story(change) == ["edited 0 0"])
    #expect(change.blocks[0].words == [WordRun(.kept, "Plot")])
  }

  @Test("A paragraph that became a quote is the same block")
  func becameQuote() {
    let text = Self.texts[0]
    #expect(story(body([.paragraph(text: text)], [.quote(blocks: [.paragraph(text: text)])])) == ["edited 0 0"])
  }

  @Test("A figure that got a caption is the same figure")
  func caption() {
    #expect(story(body([.figure(src: "a")], [.figure(src: "a", caption: "The town")])) == ["edited 0 0"])
  }

  @Test("Repeated equal blocks are told by count")
  func repeated() {
    let change = body([Block](repeating: .rule, count: 5), [Block](repeating: .rule, count: 3))
    #expect(change.count(.unchanged) == 3)
    #expect(change.count(.removed) == 2)
  }

  @Test("Every block of both sides is told once, new ones in order, and the words make both texts", arguments: 0..<200)
  func complete(seed: UInt64) {
    var records = RandomRecords(seed: seed)
    let old = records.review()
    let change = body(old.body, records.variant(of: old).body + records.variant(of: old).body.prefix(2))
    let olds = change.blocks.compactMap(\.oldIndex)
    let news = change.blocks.compactMap(\.newIndex)
    #expect(olds.sorted() == Array(old.body.indices))
    #expect(news == Array(news.indices))
    let inPlace = change.blocks.filter { $0.kind == .unchanged || $0.kind == .edited }.compactMap(\.oldIndex)
    #expect(inPlace == inPlace.sorted())
    for block in change.blocks where block.isEdited {
      #expect(block.words.filter { $0.operation != .added }.map(\.text).joined() == block.oldText)
      #expect(block.words.filter { $0.operation != .removed }.map(\.text).joined() == block.newText)
    }
    #expect(change.blocks.filter { $0.kind == .unchanged }.allSatisfy { $0.old == $0.new })
    #expect(change.blocks.filter { $0.kind == .edited }.allSatisfy { $0.isEdited })
  }

  @Test("Ten thousand blocks of the same few words cost steps in proportion to their number")
  func manyAlike() throws {
    let old = Snapshots.review((0..<10_000).map { "Score \($0 % 97) of \($0 % 89), row \($0)" })
    let new = Snapshots.review((0..<10_000).map { "Score \($0 % 89) of \($0 % 97), row \($0 + 5)" })
    let result = try Snapshots.effort(old, new)
    #expect(result.effort.spent < 10_000 * 1_000)
    #expect(!result.diff.isEmpty)
  }

  @Test("One enormous paragraph rewritten throughout is given up within the limits, and says so")
  func enormousParagraph() throws {
    var generator = SeededGenerator(seed: 3)
    let stock = ["the", "film", "a", "of", "and", "war", "long", "short"]
    func text() -> String { (0..<60_000).map { _ in generator.pick(stock) }.joined(separator: " ") }
    let result = try Snapshots.effort(Snapshots.review([text()]), Snapshots.review([text()]))
    #expect(result.effort.words.spent < 40 * 120_000)
    #expect(result.diff.isApproximate)
    #expect(result.diff.json["approximate"]?.bool == true)
    #expect(TextRendering(width: 80, color: false).render(result.diff).contains("too far apart"))
  }

  @Test("Without any effort a shuffled body is still told whole")
  func starved() throws {
    var generator = SeededGenerator(seed: 4)
    let texts = (0..<50).map { "Paragraph number \($0) about \($0 * 7)" }
    let old = Snapshots.review(texts)
    let new = Snapshots.review(texts.shuffled(using: &generator))
    var effort = ComparisonEffort(limit: 0)
    let side = DiffSide(try Snapshots.snapshot(old), digest: nil)
    let diff = SnapshotDiff.between(side, old, side, new, effort: &effort)
    guard case .body(let body)? = diff.changes.first?.detail else {
      Issue.record("no change of the body")
      return
    }
    #expect(body.count(.moved) + body.count(.unchanged) == 50)
  }
}
