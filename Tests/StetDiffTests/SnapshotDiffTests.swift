import StetModel
import Testing

@testable import StetDiff

@Suite struct SnapshotDiffTests {
  @Test("A version against itself is empty", arguments: 0..<60)
  func againstItself(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let review = records.review()
    let diff = try Snapshots.diff(review, review)
    #expect(diff.isEmpty)
    #expect(diff.notes.isEmpty)
    #expect(diff.summary == "no difference")
  }

  @Test("There are changes exactly when the versioned content differs", arguments: 0..<400)
  func changesWhenVersionedContentDiffers(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let old = records.review()
    let new = records.variant(of: old)
    let diff = try Snapshots.diff(old, new)
    #expect(diff.isEmpty == (old.versionedContent == new.versionedContent))
    #expect(diff.isEmpty == (diff.summary == "no difference"))
  }

  @Test("What the comparison finds one way it finds the other way round", arguments: 0..<100)
  func bothWays(seed: UInt64) throws {
    var records = RandomRecords(seed: seed)
    let old = records.review()
    let new = records.variant(of: old)
    let forth = try Snapshots.diff(old, new)
    let back = try Snapshots.diff(new, old)
    #expect(forth.changes.map(\.field) == back.changes.map(\.field))
    #expect(forth.notes.map(\.field) == back.notes.map(\.field))
  }

  @Test("Language, site name, links, images and comments are no difference")
  func fieldsOutside() throws {
    var old = Snapshots.review(["One."])
    old.body.append(.figure(src: "http://a.example/1.jpg", caption: "A tank"))
    var new = old
    new.body[1] = .figure(src: "http://cdn.example/2.jpg", caption: "A tank")
    new.language = "de"
    new.siteName = "Other"
    new.modified = "2030"
    new.images = [ReviewImage(src: "http://a.example/x.jpg")]
    new.links = [ReviewLink(url: "http://a.example/", text: "x")]
    new.comments = CommentState(count: 7)
    #expect(try Snapshots.diff(old, new).isEmpty)
  }

  @Test("Soft hyphens, no-break spaces and Unicode normal forms are no difference")
  func normalisation() throws {
    let old = Snapshots.review(["A caf\u{E9} co\u{AD}operates  here"])
    let new = Snapshots.review(["A\u{A0}cafe\u{301} cooperates here "])
    #expect(try Snapshots.diff(old, new).isEmpty)
  }

  @Test("Tags in another order are a note, not a difference")
  func tagOrder() throws {
    var old = Snapshots.review([])
    old.tags = [Term(name: "war"), Term(name: "festival")]
    var new = old
    new.tags.reverse()
    let diff = try Snapshots.diff(old, new)
    #expect(diff.isEmpty)
    #expect(diff.notes.map(\.field) == [.tags])
    #expect(diff.notes.map(\.kind) == [.reordered])
  }

  @Test("Authors in another order are a difference: the byline's order says who leads")
  func authorOrder() throws {
    var old = Snapshots.review([])
    old.authors = [Author(name: "Ada Example"), Author(name: "Bo Sample")]
    var new = old
    new.authors.reverse()
    let diff = try Snapshots.diff(old, new)
    #expect(diff.changes.map(\.kind) == [.reordered])
    #expect(diff.summary == "authors reordered")
  }

  @Test("A tombstone after a record is gone, a record after a tombstone is back, two tombstones are equal")
  func tombstones() throws {
    let review = Snapshots.review(["One."])
    let gone = try Snapshots.diff(review, nil)
    #expect(gone.changes.map(\.field) == [.review])
    #expect(gone.changes.map(\.kind) == [.removed])
    #expect(gone.summary == "page gone")
    #expect(try Snapshots.diff(nil, review).summary == "page back")
    #expect(try Snapshots.diff(nil, nil).isEmpty)
  }

  @Test("The summary tells fields and body in one line, in the record's order")
  func summary() throws {
    var old = Snapshots.review([
      "It opens on a cold morning in the harbour town.", "The lead actor never raises his voice at all.",
      "The score is thin and sad.", "See it twice.",
    ])
    old.title = "The Defector"
    old.tags = [Term(name: "festival")]
    old.rating = Rating(value: .number(4), best: 5, text: "★★★★")
    var new = Snapshots.review([
      "See it twice.", "It opens on a cold evening in the harbour town.",
      "The lead actress never raises her voice at all.", "The score is thin and sad.",
    ])
    new.title = "The Defectors"
    new.tags = [Term(name: "war")]
    new.rating = Rating(value: .number(3), best: 5, text: "★★★")
    #expect(
      try Snapshots.diff(old, new).summary
        == "title “The Defector” → “The Defectors”; 2 paragraphs edited, 1 moved, 6 words changed; tags: +war −festival; "
        + "rating lowered 4/5 → 3/5")
  }

  @Test("Page text in the summary cannot drive the terminal")
  func hostileSummary() throws {
    var new = Snapshots.review([])
    new.tags = [Term(name: "\u{1B}]0;owned\u{7}")]
    new.pros = ["\u{1B}[2J"]
    new.rating = Rating(value: .grade("\u{1B}[31m"), text: "")
    var old = Snapshots.review([])
    old.rating = Rating(value: .grade("A"), text: "")
    let summary = try Snapshots.diff(old, new).summary
    #expect(!summary.unicodeScalars.contains { $0.value < 0x20 })
    #expect(summary.contains("␛]0;owned␇"))
  }

  @Test("A list too long for one line is told in numbers, sentences always are")
  func longSummary() throws {
    let old = Snapshots.review([])
    var new = old
    new.tags = (0..<500).map { Term(name: "tag \($0)") }
    new.pros = ["Never dull.", "Well cut."]
    #expect(try Snapshots.diff(old, new).summary == "tags 500 added; pros 2 added")
  }

  @Test("The digests given are told; unknown ones are absent")
  func digests() throws {
    let digest = Digest(bytes: [UInt8](repeating: 1, count: 32))
    let old = try Snapshots.snapshot(Snapshots.review([]))
    let diff = SnapshotDiff.between(old, old, oldDigest: digest, newDigest: nil)
    #expect(diff.json["old"]?["digest"]?.string == digest?.description)
    #expect(diff.json["new"]?["digest"] == nil)
  }
}
