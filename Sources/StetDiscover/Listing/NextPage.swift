internal import StetHTML
internal import StetModel

/// Finds the link from one page of a listing to the page of older articles.
struct NextPage {
  private let links: ListingLinks
  private let now: PageMark

  init(_ links: ListingLinks) {
    self.links = links
    now = PageMark(links.address)
  }

  /// The next page; nil when there is none.
  ///
  /// In this order: `rel=next`; a link that says so in its class or in words and leads to a place that fits; the link
  /// with the next number.
  var address: PageAddress? { declared ?? named ?? numbered }

  private var declared: PageAddress? {
    let document = links.document
    for node in 0..<document.count {
      guard document.tag(node) == .link || document.tag(node) == .a,
        LinkRelation.words(node, document).contains("next"),
        let target = document.attribute(node, .href).flatMap(links.resolve)?.withoutFragment, isElsewhere(target),
        // On the page of an article the next one is meant.
        document.tag(node) == .link || !ArticleAddress.isLikely(target) || now.isNext(target)
      else { continue }
      return target
    }
    return nil
  }

  private var named: PageAddress? {
    for link in links.links where isElsewhere(link.target) {
      guard let says = says(link.node) else { continue }
      if now.isNext(link.target) || (says && isInPager(link.node)) || isBloggers(link.target) { return link.target }
    }
    return nil
  }

  private var numbered: PageAddress? {
    let wanted = String(now.number + 1)
    for link in links.links where isElsewhere(link.target) && now.isNext(link.target) {
      if links.text(link.node) == wanted || isInPager(link.node) { return link.target }
    }
    return nil
  }

  private func isElsewhere(_ target: PageAddress) -> Bool {
    links.isOwn(target) && PageKey(target) != PageKey(links.address)
  }

  /// Whether a link says that it leads on: true in its class, title or whole text, false when it is only an arrow; nil when
  /// it says nothing of the kind.
  private func says(_ node: Int) -> Bool? {
    let own = Set(links.words(node))
    if !own.isDisjoint(with: ["next", "older"]), own.isDisjoint(with: ["prev", "previous", "newer"]) { return true }
    let texts = [links.text(node), links.document.attribute(node, .ariaLabel), links.document.attribute(node, .title)]
    for text in texts.compactMap({ $0 }) where text.utf8.count <= 40 {
      let words = text.lowercased().filter { $0.isLetter || $0 == " " || $0.isNumber }
        .split(separator: " ").joined(separator: " ")
      if Self.phrases.contains(words) { return true }
      if words.isEmpty, text.contains(where: { "›»→>".contains($0) }) { return false }
    }
    return nil
  }

  /// Whether a link stands among links to pages of a listing.
  private func isInPager(_ node: Int) -> Bool {
    var depth = 0
    for ancestor in [node] + Array(links.document.ancestors(node).prefix(4)) {
      guard ancestor > 0, links.document.tag(ancestor) != .body else { return false }
      if !Self.pagers.isDisjoint(with: links.words(ancestor)) { return true }
      depth += 1
    }
    return false
  }

  /// Blogger has no numbers: `/search?updated-max=2012-11-17…`.
  private func isBloggers(_ target: PageAddress) -> Bool { target.query?.contains("updated-max=") ?? false }

  private static let pagers: Set<String> = [
    "pagination", "pager", "paging", "pagenavi", "pages", "paginate", "paginator", "navigation", "older", "nextpage",
    "loadmore", "pagenav", "postnav",
  ]

  private static let phrases: Set<String> = [
    "next", "next page", "older", "older posts", "older entries", "older articles", "older stories", "previous posts",
    "previous entries", "more posts", "more articles", "more stories", "more reviews", "load more", "show more",
    "view more", "next posts", "next entries",
    "weiter", "nächste", "nächste seite", "ältere beiträge", "ältere einträge", "ältere artikel", "ältere posts",
    "vorherige beiträge", "mehr laden", "mehr artikel",
    "suivant", "suivante", "page suivante", "articles plus anciens", "articles précédents", "messages plus anciens",
    "siguiente", "página siguiente", "siguiente página", "entradas antiguas", "entradas anteriores", "más antiguas",
    "próxima", "próxima página", "seguinte", "postagens mais antigas", "artigos antigos", "mais antigos",
    "successiva", "pagina successiva", "avanti", "post più vecchi", "articoli meno recenti", "volgende",
    "volgende pagina", "oudere berichten", "nästa", "nästa sida", "äldre inlägg", "neste", "neste side",
    "eldre innlegg", "næste", "ældre indlæg", "seuraava", "vanhemmat", "następna", "następna strona", "starsze posty",
    "starsze wpisy", "další", "starší příspěvky", "следующая", "далее", "вперёд", "предыдущие записи",
    "次へ", "次のページ", "前の投稿", "下一页", "下一頁", "다음",
  ]
}
