/// What the type of a thing makes it to a record, in order of preference.
enum LinkedType: Int, Sendable, Comparable {
  /// A page as such, which often tells date, author and title of the article on it.
  case webPage
  /// A creative work that may be the page's main text.
  case work
  /// A post of a forum or social network.
  case post
  /// Article and its subtypes.
  case article
  /// Review and its subtypes, readers' reviews excepted.
  case review

  /// The role of a type; nil for things that are no texts.
  init?(_ type: String) {
    switch type {
    case "Review", "CriticReview", "MediaReview", "Recommendation", "ReviewNewsArticle": self = .review
    case "BlogPosting", "Report", "LiveBlogPosting", "Article", "NewsArticle", "TechArticle", "ScholarlyArticle":
      self = .article
    case "SocialMediaPosting", "DiscussionForumPosting", "Question", "Message": self = .post
    case "CreativeWork", "Recipe", "HowTo", "Chapter", "ShortStory", "Guide", "AnalysisNewsArticle": self = .work
    case "WebPage", "ItemPage", "AboutPage", "FAQPage", "MedicalWebPage": self = .webPage
    case _ where type.hasSuffix("Article"): self = .article
    default: return nil
    }
  }

  /// The highest role among several types.
  static func best(of types: [String]) -> LinkedType? { types.compactMap { LinkedType($0) }.max() }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
