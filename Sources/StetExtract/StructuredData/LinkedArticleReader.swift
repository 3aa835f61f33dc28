internal import StetHTML
internal import StetModel

/// Finds the articles and reviews of a graph and reads them.
struct LinkedArticleReader {
  private let graph: LinkedGraph
  private let identity: PageIdentity
  /// By thing: how many things its `review` and its `blogPost` lead to.
  private let counts: [(reviews: Int, posts: Int)]

  init(_ graph: LinkedGraph, identity: PageIdentity) {
    self.graph = graph
    self.identity = identity
    counts = graph.items.map { item in
      var count = (reviews: 0, posts: 0)
      for property in item.properties {
        guard case .item = property.value else { continue }
        if property.name == .review { count.reviews += 1 }
        if property.name == .blogPost { count.posts += 1 }
      }
      return count
    }
  }

  /// All articles and reviews that may be the page's own, in the order written.
  func articles() -> [LinkedArticle] {
    let candidates = graph.items.indices.filter { LinkedType.best(of: graph.items[$0].types) != nil && mayBePage($0) }
    var articles = candidates.prefix(64).map(read)
    if articles.count == 1, articles[0].belonging == .elsewhere { articles[0].belonging = .unknown }
    withdrawReadersReviews(&articles)
    return articles
  }

  // MARK: Which

  /// Whether a thing's place allows it to be the page's text. Comments, related articles and the works of an
  /// organisation do not stand at such places.
  private func mayBePage(_ index: Int) -> Bool {
    let item = graph.items[index]
    guard let parent = item.parent else { return !item.hasForeignRole }
    switch item.role {
    case .mainEntity, .mainEntityOfPage: return depth(index) <= 4 && !isListed(parent)
    case .review: return isOwnReview(index, of: parent)
    case .blogPost: return counts[parent].posts == 1 || isOwn(index)
    case .itemListElement, .hasPart, .item: return isOwn(index)
    default: return false
    }
  }

  private func depth(_ index: Int) -> Int {
    var depth = 0
    var position = graph.items[index].parent
    while let parent = position, depth < 16 {
      depth += 1
      position = graph.items[parent].parent
    }
    return depth
  }

  private func isListed(_ index: Int) -> Bool {
    let role = graph.items[index].role
    return role == .itemListElement || role == .hasPart || role == .comment
  }

  private func isOwn(_ index: Int) -> Bool {
    identity.matches(graph.url(index, .url)) == true || identity.matches(graph.items[index].id) == true
      || identity.matches(graph.url(index, .mainEntityOfPage)) == true
  }

  /// A reviewed thing with one review is a reviewer's page; one with several, or with a shop's offers beside its
  /// readers' average, shows what readers think.
  private func isOwnReview(_ index: Int, of parent: Int) -> Bool {
    guard !isListed(parent), depth(parent) <= 3 else { return false }
    if isOwn(index) { return true }
    guard counts[parent].reviews == 1 else { return false }
    guard let average = graph.things(parent, .aggregateRating).first else { return true }
    // A plugin that knows of the reviewer's vote only counts one.
    let count = graph.text(average, .ratingCount) ?? graph.text(average, .reviewCount)
    let isSingle = count.flatMap { Int($0) } ?? 1 <= 1
    // Critics review works, and readers rate them beside.
    let isWork = graph.items[parent].isA(
      "Movie", "Book", "VideoGame", "Game", "MusicAlbum", "MusicRecording", "TVSeries", "TVSeason", "TVEpisode", "Play",
      "CreativeWork", "CreativeWorkSeries", "PodcastSeries", "Event", "TheaterEvent")
    return graph.values(parent, .offers).isEmpty && (isWork || isSingle)
  }

  /// Several reviews that are not told to be this page are readers' reviews or a round-up's: none of their ratings is
  /// the page's.
  private func withdrawReadersReviews(_ articles: inout [LinkedArticle]) {
    let reviews = articles.indices.filter { articles[$0].isReview && articles[$0].belonging != .page }
    let distinct = Set(
      reviews.map { [articles[$0].authors.first?.name, articles[$0].item?.name, articles[$0].rating?.text] })
    guard distinct.count > 1 else { return }
    articles = articles.indices.filter { !reviews.contains($0) }.map { articles[$0] }
  }

  // MARK: Reading

  private func read(_ index: Int) -> LinkedArticle {
    let item = graph.items[index]
    var article = LinkedArticle(source: graph.source, path: path(index), types: item.types)
    article.node = item.node
    article.url = graph.itemURL(index)
    article.belonging = belonging(index)
    article.headline = graph.text(index, .headline)
    article.headlineNode = graph.node(index, .headline) ?? graph.node(index, .name)
    article.name = graph.text(index, .name) ?? graph.text(index, .title)
    article.description = graph.text(index, .description)
    readBody(index, &article)
    article.authors = LinkedPersonReader(graph).authors(of: index)
    article.datePublished = graph.text(index, .datePublished) ?? graph.text(index, .dateCreated)
    article.dateModified = graph.text(index, .dateModified)
    article.keywords = keywords(index)
    article.sections = texts(index, .articleSection)
    // Who keeps a site alone is no name of it.
    let isPerson = graph.things(index, .publisher).contains { graph.items[$0].isA("Person") }
    article.publisherName = isPerson ? nil : graph.text(index, .publisher)
    article.language = graph.text(index, .inLanguage)
    let reviewed = LinkedRatingReader(graph)
    article.rating = reviewed.rating(of: index)
    article.item = reviewed.item(of: index)
    article.positiveNotes = notes(index, .positiveNotes)
    article.negativeNotes = notes(index, .negativeNotes)
    article.commentCount = commentCount(index)
    return article
  }

  private func readBody(_ index: Int, _ article: inout LinkedArticle) {
    article.articleBody = graph.lines(index, .articleBody) ?? graph.lines(index, .text)
    article.reviewBody = graph.lines(index, .reviewBody)
    if article.isReview, article.articleBody == nil, article.reviewBody == nil {
      article.reviewBody = graph.lines(index, .description)
    }
    for name in [LinkedName.articleBody, .reviewBody, .text] where article.bodyNode == nil {
      guard let node = graph.node(index, name), graph.document.tag(node) != .meta else { continue }
      article.bodyNode = node
    }
  }

  private func belonging(_ index: Int) -> LinkedArticle.Belonging {
    // A review inside the reviewed thing often carries that thing's address.
    let addresses = [graph.url(index, .mainEntityOfPage), graph.url(index, .url), graph.items[index].id]
    let answers = addresses.compactMap { identity.matches($0) }
    if answers.contains(true) { return .page }
    if answers.isEmpty || graph.items[index].role == .review { return .unknown }
    return .elsewhere
  }

  private func path(_ index: Int) -> String {
    var steps: [String] = []
    var position: Int? = index
    while let current = position, steps.count < 6 {
      let item = graph.items[current]
      if let role = item.role, item.parent != nil {
        steps.append(role.rawValue)
      } else {
        steps.append(item.types.first ?? "")
      }
      position = item.parent
    }
    return steps.reversed().joined(separator: ".")
  }

  private func texts(_ index: Int, _ name: LinkedName) -> [String] {
    var texts: [String] = []
    for value in graph.values(index, name).prefix(256) {
      if let text = graph.text(of: value), !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  private func keywords(_ index: Int) -> [String] {
    let written = texts(index, .keywords)
    // A list is already taken apart; one text is a list with commas in it.
    guard written.count == 1 else { return written }
    var keywords: [String] = []
    for part in written[0].split(at: Self.commas) {
      let keyword = ReadingText.normalized(String(part))
      if !keyword.isEmpty, !keywords.contains(keyword), keywords.count < 256 { keywords.append(keyword) }
    }
    return keywords
  }

  private static let commas: Marks = ",;،、，|"

  /// Notes stand on the review or on the thing reviewed, as text, list or ItemList.
  private func notes(_ index: Int, _ name: LinkedName) -> [String] {
    var notes: [String] = []
    for owner in [index, graph.items[index].parent].compactMap({ $0 }) where notes.isEmpty {
      for value in graph.values(owner, name) {
        if case .item(let list) = value, !graph.values(list, .itemListElement).isEmpty {
          notes += texts(list, .itemListElement)
        } else if case .text = value, let lines = graph.lines(owner, name), notes.isEmpty, lines.contains("\n") {
          notes += lines.split(separator: "\n").map(String.init)
        } else if let text = graph.text(of: value) {
          notes.append(text)
        }
      }
    }
    return notes
  }

  private func commentCount(_ index: Int) -> Int? {
    if let count = graph.text(index, .commentCount).flatMap({ Int($0) }), count >= 0 { return count }
    for counter in graph.things(index, .interactionStatistic).prefix(8) {
      guard let kind = graph.url(counter, .interactionType) ?? graph.text(counter, .interactionType),
        kind.hasSuffix("CommentAction")
      else { continue }
      return graph.text(counter, .userInteractionCount).flatMap { Int($0) }
    }
    return nil
  }
}
