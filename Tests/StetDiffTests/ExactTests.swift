import StetModel
import Testing

@testable import StetDiff

/// What a comparison passes over, and looks at when it is asked to.
@Suite struct ExactTests {
  private func diff(_ change: (inout Review) -> Void, exact: Normalization = []) throws -> SnapshotDiff {
    var old = Snapshots.review(["“It’s” fine – she said…"])
    old.links = [ReviewLink(url: "http://a.example/film", text: "film")]
    old.images = [ReviewImage(src: "http://a.example/still.jpg")]
    old.authors = [Author(name: "Ada Example", url: "http://a.example/ada")]
    var new = old
    change(&new)
    return SnapshotDiff.between(
      try Snapshots.snapshot(old), try Snapshots.snapshot(new, version: 2), oldDigest: nil, newDigest: nil,
      rules: Normalization.all.subtracting(exact))
  }

  @Test("Typography counts only where it is asked for, and is then shown word by word")
  func typography() throws {
    let change = { (review: inout Review) in review.body = [.paragraph(text: "\"It's\" fine -- she said...")] }
    #expect(try diff(change).isEmpty)
    let exact = try diff(change, exact: .typography)
    #expect(exact.changes.map(\.field) == [.body])
    #expect(exact.severity == .cosmetic)
  }

  @Test("White space counts only where it is asked for")
  func whitespace() throws {
    let change = { (review: inout Review) in review.body = [.paragraph(text: "“It’s”\u{A0}fine – she said…")] }
    #expect(try diff(change).isEmpty)
    #expect(try !diff(change, exact: .whitespace).isEmpty)
  }

  @Test(
    "Another link is a note, and a difference where it is asked for; a tracking parameter is neither, unless asked for")
  func links() throws {
    let other = { (review: inout Review) in review.links[0].url = "http://a.example/other" }
    #expect(try diff(other).isEmpty)
    #expect(try diff(other).notes.map(\.field) == [.links])
    #expect(try diff(other, exact: .links).changes.map(\.field) == [.links])
    let tracked = { (review: inout Review) in review.links[0].url = "https://a.example/film?utm_source=x" }
    #expect(try diff(tracked).notes.isEmpty)
    #expect(try diff(tracked, exact: .links).changes.map(\.field) == [.links])
    let author = { (review: inout Review) in review.authors[0].url = "https://a.example/ada" }
    #expect(try diff(author).isEmpty)
    #expect(try diff(author, exact: .links).changes.map(\.field) == [.authors])
  }

  @Test("Another picture is a note, and a difference where it is asked for; another size is neither, unless asked for")
  func images() throws {
    let other = { (review: inout Review) in review.images = [ReviewImage(src: "http://a.example/other.jpg")] }
    #expect(try diff(other).isEmpty)
    #expect(try diff(other).notes.map(\.field) == [.images])
    let size = { (review: inout Review) in review.images = [ReviewImage(src: "http://a.example/still-300x200.jpg")] }
    #expect(try diff(size).notes.isEmpty)
    #expect(try diff(size, exact: .images).changes.map(\.field) == [.images])
  }
}
