import StetModel
import Testing

@testable import StetDiff

/// How much a change matters; each test is a rule of docs/diff.md.
@Suite struct SeverityTests {
  private static let paragraph =
    "The harbour wakes slowly while gulls quarrel over the morning catch, and nobody in the village remembers when "
    + "the lighthouse keeper stopped writing letters to his sister, who left for 3 years and came back with a bicycle."

  private var review: Review {
    var review = Snapshots.review([
      Self.paragraph, "It opens on a cold morning. The score is thin and sad, and it suits the pictures.",
      "See it twice.",
    ])
    review.title = "The Defector comes home"
    review.authors = [Author(name: "Ada Example")]
    review.published = "2012-11-17"
    review.rating = Rating(value: .number(4), best: 5, text: "★★★★")
    return review
  }

  private func severity(_ change: (inout Review) -> Void) throws -> Severity? {
    var new = review
    change(&new)
    return try Snapshots.diff(review, new).severity
  }

  private func edited(_ text: String, _ with: String) throws -> Severity? {
    try severity { $0.body[0] = .paragraph(text: Self.paragraph.replacing(text, with: with)) }
  }

  @Test("No difference has no severity")
  func none() throws { #expect(try severity { _ in } == nil) }

  @Test("What reads the same is cosmetic: punctuation, case, order, structure, tags")
  func cosmetic() throws {
    #expect(try edited("catch, and", "catch; and") == .cosmetic)
    #expect(try edited("The harbour", "THE harbour") == .cosmetic)
    #expect(try severity { $0.body.swapAt(1, 2) } == .cosmetic)
    #expect(try severity { $0.body[2] = .heading(level: 2, text: "See it twice.") } == .cosmetic)
    #expect(try severity { $0.tags = [Term(name: "war")] } == .cosmetic)
    #expect(try severity { $0.rating?.text = "4/5" } == .cosmetic)
    #expect(try severity { $0.authors[0].url = "https://a.example/ada" } == .cosmetic)
  }

  @Test("A few words, a byline, a biography, a standfirst are a correction")
  func correction() throws {
    #expect(try edited("quarrel", "quarrelled") == .correction)
    #expect(try severity { $0.title = "The Deserter comes home" } == .correction)
    #expect(try severity { $0.byline = "By Ada Example" } == .correction)
    #expect(try severity { $0.authorBio = "Ada writes." } == .correction)
    #expect(try severity { $0.body.append(.paragraph(text: "Corrected on Monday.")) } == .correction)
  }

  @Test("A rating, an author, a date, a paragraph, a number, many words are substantive")
  func substantive() throws {
    #expect(try severity { $0.rating?.value = .number(3) } == .substantive)
    #expect(try severity { $0.rating = Rating(value: .number(8), best: 10, text: "8/10") } == .substantive)
    #expect(try severity { $0.authors = [Author(name: "Bo Sample")] } == .substantive)
    #expect(try severity { $0.authors = [] } == .substantive)
    #expect(try severity { $0.published = "2012-11-18" } == .substantive)
    #expect(try severity { $0.body.remove(at: 1) } == .substantive)
    #expect(try edited("3 years", "13 years") == .substantive)
    #expect(
      try edited("stopped writing letters to his sister", "began to fish at night for himself alone") == .substantive)
    #expect(try severity { $0.title = "A film about nothing" } == .substantive)
    #expect(try Snapshots.diff(nil, review).severity == .substantive)
  }

  @Test("In a short text two words are a slip, three are a tenth of it")
  func tenth() throws {
    let old = "a man walks home through the rain and nobody asks him where he has been all this long night"
    func severity(_ new: String) throws -> Severity? {
      try Snapshots.diff(Snapshots.review([old]), Snapshots.review([new])).severity
    }
    #expect(try severity(old.replacing("rain", with: "snow").replacing("night", with: "day")) == .correction)
    let third = old.replacing("rain", with: "snow").replacing("night", with: "day").replacing("man", with: "boy")
    #expect(try severity(third) == .substantive)
  }

  @Test("A page gone, a text emptied, a rating withdrawn and a notice that says so are a retraction")
  func retraction() throws {
    #expect(try Snapshots.diff(review, nil).severity == .retraction)
    #expect(try severity { $0.rating = nil } == .retraction)
    #expect(try severity { $0.body = [.paragraph(text: "See it twice.")] } == .retraction)
    #expect(
      try severity { $0.body.insert(.paragraph(text: "This review has been retracted by its author."), at: 0) }
        == .retraction)
    #expect(try severity { $0.title = "Retracted: The Defector comes home" } == .retraction)
  }

  @Test("A film about a retracted statement is not a retraction")
  func subject() throws {
    #expect(
      try severity { $0.body[2] = .paragraph(text: "He retracted his statement in the end, and withdrew.") }
        != .retraction)
  }

  @Test("The whole is as severe as its severest part")
  func greatest() throws {
    #expect(
      try severity {
        $0.tags = [Term(name: "war")]
        $0.rating?.value = .number(3)
      } == .substantive)
  }

  @Test(
    "A rating is lowered or raised on its own scale, and only where both were given in one way",
    arguments: [
      (Rating(value: .number(4), best: 5, text: ""), Rating(value: .number(3), best: 5, text: ""), "lowered"),
      (Rating(value: .number(4), best: 5, text: ""), Rating(value: .number(9), best: 10, text: ""), "raised"),
      (Rating(value: .number(4), best: 5, text: ""), Rating(value: .number(8), best: 10, text: ""), nil),
      (Rating(value: .grade("B+"), text: ""), Rating(value: .grade("A−"), text: ""), "raised"),
      (Rating(value: .grade("A"), text: ""), Rating(value: .grade("A-"), text: ""), "lowered"),
      (Rating(value: .grade("A"), text: ""), Rating(value: .number(4), best: 5, text: ""), nil),
      (Rating(value: .number(4), text: ""), Rating(value: .number(3), best: 5, text: ""), nil),
      (Rating(value: .number(4), text: ""), Rating(value: .number(3), text: ""), "lowered"),
      (Rating(value: .number(8), text: "8"), Rating(value: .grade("A"), text: "A"), nil),
      (Rating(value: .number(3), text: "3"), Rating(value: .grade("B+"), text: "B+"), nil),
      (Rating(value: .grade("B+"), text: "B+"), Rating(value: .number(3), text: "3"), nil),
      // That the scale begins at 1 is more said of it, not less given.
      (Rating(value: .number(3), best: 5, text: ""), Rating(value: .number(3), best: 5, worst: 1, text: ""), nil),
      (
        Rating(value: .number(3), best: 5, worst: 1, text: ""), Rating(value: .number(3), best: 5, worst: 0, text: ""),
        nil
      ),
      (Rating(value: .number(3), best: 5, text: ""), Rating(value: .number(6), best: 10, worst: 1, text: ""), nil),
      (Rating(value: .number(4), best: 5, text: ""), Rating(value: .number(3), best: 5, worst: 1, text: ""), "lowered"),
      (
        Rating(value: .number(3), best: 5, worst: 1, text: ""), Rating(value: .number(5), best: 9, worst: 1, text: ""),
        nil
      ),
      (
        Rating(value: .number(3), best: 5, worst: 1, text: ""), Rating(value: .number(5), best: 10, worst: 1, text: ""),
        "lowered"
      ),
    ] as [(Rating, Rating, String?)])
  func direction(old: Rating, new: Rating, expected: String?) {
    #expect(RatingDirection.of(old, new)?.rawValue == expected)
  }
}
