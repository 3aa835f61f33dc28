internal import StetHTML
internal import StetModel

/// Where more than the usual probability is asked of a block before it is taken for text.
struct BlockGuards {
  private let reading: PageReading
  /// By node: whether it stands in something that asks readers for something: to agree, to subscribe, to give.
  private var isAppeal: [Bool]
  /// By node: whether it stands under a heading of a form for comments or of other pages' headlines.
  private var isUnderHeading: [Bool]
  /// By node: whether it stands in a later article of an endless page.
  private var isRival: [Bool]

  /// Where the headline stands.
  private let titleNode: Int?
  /// The parts of a thread; nil for other pages.
  private let posts: PostParts?

  init(_ reading: PageReading, titleNode: Int?) {
    self.titleNode = titleNode
    self.reading = reading
    let survey = reading.survey
    posts = reading.discussion.map { PostParts(discussion: $0, survey: survey) }
    isAppeal = [Bool](repeating: false, count: reading.document.count)
    isRival = isAppeal
    isUnderHeading = isAppeal
    guard reading.region != nil else { return }
    for heading in survey.landmarks.headings
    where survey.weight[heading] < 60 && !isUnderHeading[heading] && isOfOthers(heading) {
      for node in underHeading(heading) { isUnderHeading[node] = true }
    }
    for rival in rivals {
      for node in reading.document.subtree(rival) { isRival[node] = true }
    }
    for top in reading.region?.clutter.tops ?? [] {
      // The appeal may be one of several things in what is called clutter for another reason.
      for node in reading.document.subtree(top) where !survey.signals[node].isDisjoint(with: Self.appeals) {
        if isAppeal[node] { continue }
        for inner in reading.document.subtree(node) { isAppeal[inner] = true }
      }
    }
  }

  /// The next articles of an endless page. Posts of a thread and teasers of a list follow each other as well, but what
  /// the page is called stands above them all, not in the first of them.
  private var rivals: [Int] {
    guard let region = reading.region, let own = region.ownArticle, let titleNode,
      reading.document.contains(own, titleNode)
    else { return [] }
    return region.rivals
  }

  private func isOfOthers(_ heading: Int) -> Bool {
    let line = reading.survey.line(heading)
    let words = line.utf8.drop { !ASCII.isLetter($0) && $0 < 0x80 }
    guard Self.filter.mayOpen(Array(words)[...]) else { return false }
    return Self.headings.contains(line.bareWords(keeping: "'"))
  }

  /// What a heading stands over: the rest of its box, and of the next one out when it is alone in it. A box that holds a
  /// good part of the page's text is no such box.
  private func underHeading(_ heading: Int) -> Range<Int> {
    let document = reading.document
    let survey = reading.survey
    var box = document.parent(heading)
    if box > 0, survey.weight[box] <= survey.weight[heading] + 5 { box = document.parent(box) }
    guard box > 0, let start = reading.region?.start, !document.contains(box, start) else { return heading..<heading }
    return heading..<document.end(box)
  }

  /// Headings over comments, over forms for them and over lists of other pages, in lower case, without numbers.
  private static let headings: Set<String> = [
    "leave a comment", "leave a reply", "post a comment", "add a comment", "write a comment", "join the conversation",
    "join the discussion", "submit a comment", "your comment", "have your say", "related", "related posts",
    "related articles", "related stories", "related content", "related news", "related reading", "related links",
    "you may also like", "you might also like", "you may also enjoy", "more stories", "more articles", "more posts",
    "read next", "up next", "recommended", "recommended for you", "recommended reading", "recommended articles",
    "comments", "responses", "kommentare", "commentaires", "comentarios", "comentários", "commenti", "reacties",
    "kommentarer", "komentarze", "комментарии", "コメント",
    "popular posts", "most popular", "most read", "recent posts", "latest posts", "latest news", "trending",
    "trending now", "further reading on this site", "other posts", "similar posts", "dont miss", "don't miss",
    "kommentar schreiben", "kommentar verfassen", "schreibe einen kommentar", "schreiben sie einen kommentar",
    "hinterlasse einen kommentar", "kommentar hinterlassen", "ähnliche artikel", "ähnliche beiträge",
    "das könnte dich auch interessieren", "das könnte sie auch interessieren", "weitere artikel", "weitere beiträge",
    "mehr zum thema", "auch interessant", "verwandte artikel", "meistgelesen",
    "laisser un commentaire", "laissez un commentaire", "ajouter un commentaire", "articles similaires",
    "sur le même sujet", "à lire aussi", "vous aimerez aussi", "articles liés", "les plus lus",
    "deja un comentario", "deja una respuesta", "dejar un comentario", "agregar comentario", "noticias relacionadas",
    "artículos relacionados", "te puede interesar", "también te puede interesar", "lo más visto", "lo más leído",
    "deixe um comentário", "deixe uma resposta", "artigos relacionados", "notícias relacionadas", "leia também",
    "veja também", "mais lidas", "lascia un commento", "articoli correlati", "articoli simili", "leggi anche",
    "potrebbe interessarti anche", "plaats een reactie", "geef een reactie", "laat een reactie achter",
    "gerelateerde artikelen", "lees ook", "meest gelezen", "lämna en kommentar", "relaterade artiklar", "läs också",
    "legg igjen en kommentar", "skriv en kommentar", "les også", "læs også", "dodaj komentarz", "zobacz także",
    "czytaj także", "podobne artykuły", "добавить комментарий", "читайте также", "похожие статьи", "関連記事",
    "コメントを残す", "相关文章", "发表评论",
  ]

  private static let filter = WordFilter(Array(headings), prefixBytes: 12)

  /// Not overlays, which is what sites call words on a picture, too, nor sharing: to follow is many a thing.
  private static let appeals: Signals = [.consent, .newsletter, .donation]

  /// The probability that a block needs; more than 1 for one that cannot be text.
  func needed(of block: Int, usually threshold: Float) -> Float {
    guard reading.region != nil else { return threshold }
    switch posts?.part(block) {
    case .text: return min(threshold, 0.15)
    case .furniture: return 2
    case .other, nil: break
    }
    if isRival[block] { return 2 }
    if isUnderHeading[block] { return 2 }
    if isAppeal[block] { return 0.9 }
    // Above the headline stand the site's motto, a section, a date.
    if let titleNode, block < titleNode, reading.survey.ownWeight[block] < 100 { return max(threshold, 0.8) }
    return threshold
  }
}
