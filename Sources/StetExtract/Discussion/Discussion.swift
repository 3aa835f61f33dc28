internal import StetHTML
internal import StetModel

/// A page on which members of a site write one after another.
///
/// What repeats is a post: it has a number, an author in the same place each time, and a text. No other page has all
/// three but a list of articles, whose headings lead to other pages, and an article with comments, whose text stands
/// before them.
struct Discussion {
  /// In the order of the page, at least one.
  let posts: [Post]
  /// Whether the first is marked up in another way than those that answer to it.
  let startsApart: Bool

  /// - Returns: nil for pages of other kinds, and for threads that are not marked up post by post.
  static func find(_ reading: PageReading, _ signs: ForumSigns) -> Discussion? {
    guard signs.isLikely, let region = reading.region else { return nil }
    let survey = reading.survey
    var best: (discussion: Discussion, prose: Int)?
    let sums = TextSums(survey)
    let names = PostNames(survey: survey)
    for boxes in PostBoxes(survey: survey, sums: sums).all() {
      let ranges = boxes.ranges
      let first = ranges[0].lowerBound
      // The text of an article, or a question, stands before its comments.
      let headline = survey.landmarks.headings.first { survey.document.tag($0) == .h1 && $0 < first } ?? first
      var before = sums.prose(min(region.start, headline, first)..<first)
      // Where the address only hints at a forum, any words under the headline are what the others answer to.
      if !signs.isSure, headline < first { before -= sums.prose(headline..<survey.document.end(headline)) }
      let startsApart = boxes.areReplies || before > (signs.isSure ? 200 : 20)
      guard !startsApart || signs.isSure else { continue }
      let authors = names.authors(of: ranges)
      guard authors.count == ranges.count else { continue }
      let texts = PostTexts(survey: survey, sums: sums).texts(of: ranges)
      var posts = zip(ranges, zip(texts, authors)).map { Post(nodes: $0, text: $1.0, author: $1.1) }
      if startsApart {
        let nodes = min(headline, first)..<first
        posts.insert(Post(nodes: nodes, text: nil, author: names.first(in: nodes)), at: 0)
      }
      let prose = posts.reduce(0) { $0 + sums.prose($1.nodes) }
      let least = best.map { startsApart && !$0.discussion.startsApart ? $0.prose * 6 / 5 : $0.prose } ?? 0
      if prose > least { best = (Discussion(posts: posts, startsApart: startsApart), prose) }
    }
    if best == nil, signs.isSure, let box = PostBoxes(survey: survey, sums: sums).single(names: names) {
      let post = Post(nodes: box, text: nil, author: names.first(in: box))
      best = (Discussion(posts: [post], startsApart: false), sums.prose(box))
    }
    guard let best, 3 * best.prose > sums.prose(0..<reading.document.count),
      !isListOfArticles(best.discussion.posts, reading),
      signs.isSure || PostDates(reading: reading).first(of: best.discussion.posts, language: nil) != nil
    else { return nil }
    return best.discussion
  }

  /// Whether most posts have a heading that leads to another page, a member's aside.
  private static func isListOfArticles(_ posts: [Post], _ reading: PageReading) -> Bool {
    let document = reading.document
    let title = WordBag(reading.documentTitle ?? "")
    var linked = 0
    var headings = reading.survey.landmarks.headings[...]
    for post in posts {
      headings = headings.drop { $0 < post.nodes.lowerBound }
      let leads = headings.prefix { $0 < post.nodes.upperBound }.contains { heading in
        guard reading.survey.weight[heading] < 300,
          let link = document.closest(heading, .a)
            ?? document.subtree(heading).prefix(60).first(where: { document.tag($0) == .a }),
          let target = document.attribute(link, .href).flatMap(reading.survey.address.resolving),
          post.author.map({ !document.contains(heading, $0.node) }) ?? true
        else { return false }
        return target.path != reading.address.path
          && !title.contains(WordBag(DiscussionTitle.withoutDressing(reading.survey.line(heading))))
      }
      if leads { linked += 1 }
    }
    return 2 * linked > posts.count
  }

  /// The post that a node stands in.
  func post(at node: Int) -> Post? {
    var (low, high) = (0, posts.count)
    while low < high {
      let middle = (low + high) / 2
      if posts[middle].nodes.upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low < posts.count && posts[low].nodes.contains(node) ? posts[low] : nil
  }
}
