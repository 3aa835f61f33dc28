/// What speaks for and against a text being the headline, each as far as it holds, 0 to 1.
///
/// The weights are those of a conditional logit: a score one higher makes a text e times as likely as another of the
/// same page. They were fitted on pages with labels made by people, and hold one fact each about how pages are made.
struct TitleSigns {
  /// A sign and its weight.
  struct Sign: Equatable {
    let weight: Double

    init(_ weight: Double) { self.weight = weight }
  }

  // What it is.
  static let h1 = Sign(0.11)
  static let h2 = Sign(0.31)
  static let h3 = Sign(-0.74)
  static let lowHeading = Sign(-0.61)
  static let calledTitle = Sign(-0.13)
  static let wholeTitle = Sign(-0.42)
  static let firstH1 = Sign(0.69)
  static let calledPostTitle = Sign(0.93)
  static let headingOfFrontPage = Sign(-0.96)
  static let h1OfArticle = Sign(0.53)
  static let titleOfArticle = Sign(-0.27)

  // What else says the same.
  static let startsTitle = Sign(0.26)
  static let endsTitle = Sign(0.44)
  static let insideTitle = Sign(0.83)
  static let shareInTitle = Sign(0.45)
  static let coverOfTitle = Sign(0.72)
  static let isMeta = Sign(0.68)
  static let startsMeta = Sign(0.70)
  static let shareInMeta = Sign(0.36)
  static let isData = Sign(0.56)
  static let isH1 = Sign(0.66)
  static let insideH1 = Sign(0.95)
  static let isHeading = Sign(0.31)
  static let shareInAddress = Sign(0.61)
  static let coverOfAddress = Sign(0.62)
  static let firstPart = Sign(0.29)
  static let laterPart = Sign(-0.50)
  /// A heading below the first rank that nothing outside the text repeats.
  static let lowAlone = Sign(-1.72)
  static let unrelated = Sign(-0.33)

  // Where it stands.
  static let near = Sign(1.25)
  static let beforeText = Sign(0.17)
  static let inText = Sign(-0.69)
  static let behindText = Sign(-0.66)
  static let inArticle = Sign(0.29)
  static let inClutter = Sign(-1.16)
  static let inForeignPart = Sign(-0.24)
  static let linksElsewhere = Sign(-1.33)

  // What it looks like.
  static let oneWord = Sign(-1.45)
  static let twoWords = Sign(-0.30)
  static let separated = Sign(-0.81)

  private(set) var score = 0.0

  /// Counts a sign that holds, wholly or to a degree.
  mutating func count(_ sign: Sign, _ degree: Double = 1) { score += sign.weight * degree }

  /// Counts a sign if it holds.
  mutating func count(_ sign: Sign, if holds: Bool) {
    if holds { score += sign.weight }
  }
}
