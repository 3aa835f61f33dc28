/// What the words of an element's class, id and role say about it.
struct Signals: OptionSet, Sendable {
  let rawValue: UInt64

  // What holds a text.
  static let post = Signals(rawValue: 1 << 0)
  static let content = Signals(rawValue: 1 << 1)
  // Parts of an article.
  static let title = Signals(rawValue: 1 << 2)
  static let byline = Signals(rawValue: 1 << 3)
  static let author = Signals(rawValue: 1 << 4)
  static let biography = Signals(rawValue: 1 << 5)
  static let date = Signals(rawValue: 1 << 6)
  static let tag = Signals(rawValue: 1 << 7)
  static let category = Signals(rawValue: 1 << 8)
  static let lead = Signals(rawValue: 1 << 9)
  static let rating = Signals(rawValue: 1 << 10)
  static let caption = Signals(rawValue: 1 << 11)
  static let meta = Signals(rawValue: 1 << 12)
  static let verdict = Signals(rawValue: 1 << 13)
  static let pros = Signals(rawValue: 1 << 14)
  static let cons = Signals(rawValue: 1 << 15)
  static let breadcrumb = Signals(rawValue: 1 << 16)
  static let box = Signals(rawValue: 1 << 17)
  // What stands round it.
  static let share = Signals(rawValue: 1 << 20)
  static let related = Signals(rawValue: 1 << 21)
  static let comment = Signals(rawValue: 1 << 22)
  static let navigation = Signals(rawValue: 1 << 23)
  static let sidebar = Signals(rawValue: 1 << 24)
  static let footer = Signals(rawValue: 1 << 25)
  static let header = Signals(rawValue: 1 << 26)
  static let advert = Signals(rawValue: 1 << 27)
  static let newsletter = Signals(rawValue: 1 << 28)
  static let consent = Signals(rawValue: 1 << 29)
  static let widget = Signals(rawValue: 1 << 30)
  static let cloud = Signals(rawValue: 1 << 31)
  static let overlay = Signals(rawValue: 1 << 32)
  static let hidden = Signals(rawValue: 1 << 33)
  static let donation = Signals(rawValue: 1 << 34)
  static let pagination = Signals(rawValue: 1 << 35)
  static let builder = Signals(rawValue: 1 << 36)
  static let menu = Signals(rawValue: 1 << 37)
  static let aside = Signals(rawValue: 1 << 38)
  static let logo = Signals(rawValue: 1 << 39)
  static let media = Signals(rawValue: 1 << 43)
  /// The root class of an entry or review, for `SignalMemo` alone.
  static let microformat = Signals(rawValue: 1 << 44)
  /// One name says it all: `entry-content`, `article-body`.
  static let body = Signals(rawValue: 1 << 42)

  /// Signs of text that is not the page's own, whatever else is said.
  static let clutter: Signals = [
    .share, .related, .comment, .navigation, .sidebar, .footer, .advert, .newsletter, .consent, .cloud, .overlay,
    .hidden, .donation, .pagination, .menu, .breadcrumb, .media,
  ]
  /// Parts of an article that are fields of their own.
  static let furniture: Signals = [.byline, .author, .biography, .tag, .category, .meta, .date]

  /// Whether the element is called what containers of text are called: `entry-content`, `article-body`.
  var isBodyLike: Bool { contains(.body) }
}
