import StetModel
import Testing

@testable import StetExtract

@Suite struct RatingReaderTests {
  @Test(
    "Printed ratings give value and scale",
    arguments: [
      ("8/10", 8, 10), ("4.5 out of 5", 4.5, 5), ("3,5 von 5", 3.5, 5), ("7 sur 10", 7, 10), ("★★★½☆", 3.5, 5),
      ("★★★★", 4, nil), ("★ ★ ★ ☆ ☆", 3, 5), ("Rating: 3 stars", 3, nil), ("90%", 90, 100), ("4 of 5 stars", 4, 5),
      ("Note : 14/20", 14, 20), ("8 из 10", 8, 10), ("評価：4", 4, nil), ("5 stars: Excellent", 5, nil), ("8.5", 8.5, nil),
      ("3½ stars", 3.5, nil), ("3 1/2 stars", 3.5, nil), ("3½/5", 3.5, 5), ("4 (out of 5)", 4, 5), ("９／１０", 9, 10),
      ("5 von möglichen 5 Punkten", 5, 5), ("4 stars out of 5", 4, 5), ("Wertung: 7,5 / 10", 7.5, 10), ("87", 87, nil),
      ("9分（满分10分）", 9, 10), ("Puntuación: 8 sobre 10", 8, 10), ("Voto: 7 su 10", 7, 10), ("Cijfer: 8", 8, nil),
      ("⭐⭐⭐⭐", 4, nil), ("****", 4, nil), ("***½", 3.5, nil), ("●●●○○", 3, 5), ("Score 9", 9, nil), ("٨/١٠", 8, 10),
      ("Story 7/10, Sound 9/10, Overall 8/10", 8, 10), ("Terningkast 5", 5, nil), ("Média Final – 9,9", 9.9, nil),
      ("★★★ (out of four)", 3, 4), ("** 1/2 (out of four)", 2.5, 4), ("★★★ von fünf", 3, 5), ("★★ 1/2", 2.5, nil),
      ("★★★★/5", 4, 5), ("***½ out of *****", 3.5, 5), ("Verdict: ♥♥♥♥ out of 5", 4, 5), ("(three out of four)", 3, 4),
      ("Naše hodnocení: 70 % Hodnocení čtenářů: 84 %", 70, 100),
      ("8.0 Total Score User Rating: 2.6 (17 votes)", 8, nil),
      ("本刊评分 8.0(满分10分) 读者评分 9.1(1520人)", 8, 10), ("3,5 στα 5 αστέρια", 3.5, 5),
    ] as [(String, Double, Double?)])
  func labelled(text: String, value: Double, best: Double?) throws {
    let rating = try #require(RatingReader.read(text))
    #expect(rating.value == .number(value))
    #expect(rating.best == best)
  }

  @Test(
    "Letter grades are kept as printed",
    arguments: [
      ("B+", "B+"), ("Grade: C+", "C+"), ("A−", "A-"), ("A", "A"), ("Rating: D", "D"), ("Grade: B- (good)", "B-"),
    ])
  func grades(text: String, grade: String) {
    #expect(RatingReader.read(text)?.value == .grade(grade))
  }

  @Test("The last line of a review may count in anything; no other line may")
  func ownUnit() {
    #expect(RatingReader.read("8 von 10 Irrlichtern", context: .atEnd)?.value == .number(8))
    #expect(RatingReader.read("8 von 10 Irrlichtern", context: .inText) == nil)
    #expect(RatingReader.read("Nur 8 von 10 Irrlichtern", context: .atEnd) == nil)
    #expect(RatingReader.read("5 of 10 photos", context: .atEnd) == nil)
  }

  @Test(
    "Parts of series and counts of things are no ratings",
    arguments: ["1 of 12", "3 out of 4", "2 von 3", "5 notes", "2 total", "12 marks the total", "Three out of five"])
  func counts(text: String) {
    #expect(RatingReader.read(text, context: .inText) == nil)
  }

  @Test(
    "The outcome of readers' votes is no rating, with or without the word before it",
    arguments: [
      "User rating: 2.6 (17 votes)", "Rating: 4.2/5 (120 votes)", "Rating: 4.2/5 | Votes: 1,204",
      "Rating: 4.6 – Reader reviews: 12", "Rating: 4.2 / 5. Users: 120", "Hodnocení čtenářů: 84 %", "读者评分 9.1",
    ])
  func onlyVotes(text: String) {
    #expect(RatingReader.read(text) == nil)
    #expect(RatingReader.isReaderVote(text))
  }

  @Test(
    "In running text only what is surely a rating counts",
    arguments: [
      ("A fine film all the same. 8/10", 8, 10), ("Rating: 4.5 out of 5", 4.5, 5), ("Fazit: 5 von 5 Punkten", 5, 5),
      ("I give it 8/10 because of the sea.", 8, 10), ("★★★½", 3.5, nil), ("Rating: 3 stars", 3, nil),
      ("Overall score: 90%", 90, 100), ("Média Final – 9,9", 9.9, nil), ("Nota: 7", 7, nil),
      ("** (out of four)", 2, 4), ("92 points", 92, nil), ("Ada says: 8 out of 10", 8, 10), ("8.5 Our score", 8.5, nil),
      ("The Bottom Line: a lamp for losers of lamps. 7.5 out of 10.", 7.5, 10), ("Betyg 4", 4, nil),
    ] as [(String, Double, Double?)])
  func inText(text: String, value: Double, best: Double?) throws {
    let rating = try #require(RatingReader.read(text, context: .inText))
    #expect(rating.value == .number(value))
    #expect(rating.best == best)
  }

  @Test(
    "Dates, shares, places in a row and other numbers of running text are no ratings",
    arguments: [
      "3/4 of the film is fog", "On 11/22 we sailed", "11/22/2012", "9/11", "Part 4/5", "Season 1, episode 5/10",
      "Nine out of ten people, or 9 of 10 in Hull, agree with it", "From 8 to 10 they slept", "It costs $5",
      "90% of the crew left", "In 2012 he won 3 stars from a guide nobody reads", "A 5-star hotel stood there", "★ New",
      "24/7", "A", "B", "***", "The score has 12 songs", "He sailed on 4 of 5 seas before the war began", "iPhone 5/5s",
      "Chapter 3", "2012", "Thumbs up!", "👍", "☆☆☆☆☆",
    ])
  func notInText(text: String) {
    #expect(RatingReader.read(text, context: .inText) == nil)
  }

  @Test(
    "Readers' votes are told apart and are no rating",
    arguments: [
      "4.2/5 (120 votes)", "Average: 4.2 (12 votes)", "4,5 von 5 bei 120 Bewertungen", "User rating: 8/10",
      "Note des lecteurs : 14/20 (30 avis)", "4.8 (35 ratings)", "8 / 10 (241 голосов)", "5/5 - (3 votos)",
    ])
  func votes(text: String) {
    #expect(RatingReader.isReaderVote(text))
    #expect(RatingReader.read(text) == nil)
  }

  @Test("Several ratings without a total are no rating of the whole")
  func several() {
    #expect(RatingReader.read("Story 7/10, Sound 9/10") == nil)
    #expect(RatingReader.read("8/10 – 8/10")?.value == .number(8))
  }

  @Test("The printed form is kept")
  func printed() {
    #expect(RatingReader.read("Rating: 4.5 out of 5 stars")?.text == "4.5 out of 5 stars")
    #expect(RatingReader.read("★★★½☆")?.text == "★★★½☆")
    #expect(RatingReader.read("3,5 von 5")?.text == "3,5 von 5")
  }

  @Test("Class names and widths of star widgets are read")
  func widgets() {
    #expect(RatingReader.read(classes: "icon rating-4")?.value == .number(4))
    #expect(RatingReader.read(classes: "stars-35") == Rating(value: .number(3.5), best: 5, text: "3.5/5"))
    #expect(RatingReader.read(classes: "rating-7") == Rating(value: .number(7), text: "7"))
    #expect(RatingReader.read(classes: "star4-5")?.value == .number(4.5))
    #expect(RatingReader.read(classes: "rating star-wrapper") == nil)
    #expect(RatingReader.read(classes: "start-2 col-4") == nil)
    #expect(RatingReader.read(style: "width:80%") == Rating(value: .number(4), best: 5, text: "4/5"))
    #expect(RatingReader.read(style: "height: 2px") == nil)
    #expect(RatingReader.read(style: "width: 0%") == nil)
  }

  @Test("Numbers in words count before a unit or a scale")
  func spelled() {
    #expect(RatingReader.read("Three and a half stars")?.value == .number(3.5))
    #expect(
      RatingReader.read("four out of five stars") == Rating(value: .number(4), best: 5, text: "four out of five stars"))
    #expect(RatingReader.read("drei von fünf Sternen")?.best == 5)
    #expect(RatingReader.read("quatre étoiles")?.value == .number(4))
    #expect(RatingReader.read("One of ten people went", context: .inText) == nil)
  }

  @Test("Names of pictures of stars are read")
  func files() {
    #expect(RatingReader.read(fileOf: "/img/4stars.png") == Rating(value: .number(4), best: 5, text: "4/5"))
    #expect(RatingReader.read(fileOf: "https://a.example/i/3_half_stars.gif?v=2")?.value == .number(3.5))
    #expect(RatingReader.read(fileOf: "stars-35.gif")?.value == .number(3.5))
    #expect(RatingReader.read(fileOf: "/img/starship-4.jpg") == nil)
    #expect(RatingReader.read(fileOf: "/img/pop-star-2019.jpg") == nil)
  }

  @Test("Text far too long for a rating is refused at once")
  func long() {
    #expect(RatingReader.read(String(repeating: "8/10 ", count: 200_000)) == nil)
  }
}
