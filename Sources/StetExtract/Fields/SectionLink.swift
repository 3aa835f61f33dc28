internal import StetHTML
internal import StetModel

/// The link to the page's section that stands over or under the headline by itself.
///
/// What makes it one: its path is where the page's own begins, the metadata names it as the section, its element is
/// called kicker or section, or the site's menu leads there too.
struct SectionLink {
  private let reading: PageReading
  private let keywords: PageKeywords

  init(_ reading: PageReading, keywords: PageKeywords) {
    self.reading = reading
    self.keywords = keywords
  }

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  func find(titleNode: Int) -> Candidate<[Term]>? {
    let site = OwnSite(reading)
    var best: Candidate<[Term]>?
    for node in survey.landmarks.anchors where node > titleNode - 60 {
      guard node < titleNode + 40 else { break }
      guard survey.weight[node] < 40, TermLink.leadsSomewhere(node, document), site.holds(node), isAlone(node),
        isOwn(node, titleNode),
        let target = document.attribute(node, .href).flatMap(survey.address.resolving), !target.isRoot,
        target.path != reading.address.path, let term = term(node, target)
      else { continue }
      guard !AuthorLink.leadsToAuthor(node, document), !target.path.hasPrefix("/@") else { continue }
      let score = score(of: node, leadingTo: target, term, titleNode)
      if score > best?.score ?? 0 {
        best = Candidate(
          [term], source: "page", .node(node), rule: "a link to the page's section beside the headline", score: score)
      }
    }
    return best
  }

  /// How surely a link by itself leads to the page's section; 0 where nothing says so.
  private func score(of node: Int, leadingTo target: PageAddress, _ term: Term, _ titleNode: Int) -> Double {
    let path = target.path.hasSuffix("/") ? target.path : target.path + "/"
    let isAbove = node < titleNode
    let isParent = reading.address.path.hasPrefix(path) && reading.address.path.utf8.count > path.utf8.count + 3
    if isParent && isAbove || keywords.isSection(term.name.utf8) { return 0.56 }
    guard isSectionPath(path), !reading.isForeign(node), !isButton(node) else { return 0 }
    if isAbove {
      if isSibling(path) { return 0.55 }
      let called = survey.signals[node].union(survey.signals[max(document.parent(node), 0)])
      if called.contains(.category) { return 0.54 }
      return reading.menu.contains(node) ? 0.53 : 0
    }
    return node < reading.region?.start ?? 0 && reading.menu.contains(node) ? 0.52 : 0
  }

  private func term(_ node: Int, _ target: PageAddress) -> Term? {
    let name = TermName.cleaned(survey.line(node))
    guard !name.isEmpty, name.utf8.count < 60, !TermName.isPointer(name), !isIssue(name) else { return nil }
    return Term(name: name, url: document.attribute(node, .href).flatMap(survey.address.spelling) ?? target.description)
  }

  /// "Issue 14, Winter 2019" is where a text was printed, not what it is about.
  private func isIssue(_ name: String) -> Bool {
    guard name.utf8.contains(where: ASCII.isDigit), let first = name.spacedWords.first?.lowercased() else {
      return false
    }
    return ["issue", "volume", "vol.", "vol", "no.", "edition"].contains(first)
  }

  /// Whether a path of two folders or more begins with the folder that the page's own begins with: "/stage/theatre" over
  /// "/stage/2022/nov/03/x".
  private func isSibling(_ path: String) -> Bool {
    let own = reading.address.path.split(separator: "/")
    let folders = path.split(separator: "/")
    return own.count > 2 && folders.count == 2 && own[0] == folders[0] && !own[0].contains(where: \.isNumber)
      && own[0].utf8.count > 2
  }

  /// Short paths of plain words lead to sections; long ones, and ones with numbers, to pages.
  private func isSectionPath(_ path: String) -> Bool {
    let folders = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let last = folders.last, folders.count <= 3 else { return false }
    return last.count { $0 == UInt8(ascii: "-") } <= 3 && last.count { ASCII.isDigit($0) } <= 4
      && !last.contains(UInt8(ascii: "."))
  }

  /// Whether a link is no part of a menu or of what is about other pages.
  private func isOwn(_ node: Int, _ titleNode: Int) -> Bool {
    let round = reading.surroundingSignals(node)
    guard round.isDisjoint(with: [.share, .logo, .breadcrumb, .menu, .related, .comment, .advert, .overlay]),
      document.closest(node, .nav) == nil
    else { return false }
    if round.isDisjoint(with: [.navigation, .sidebar]) { return true }
    // Tabs and pills are called "nav" too; within the article's own header they lead to its sections.
    guard let header = document.closest(node, .header, .article) else { return false }
    return document.contains(header, titleNode) && round.isDisjoint(with: .sidebar)
  }

  private func isButton(_ node: Int) -> Bool {
    guard let value = document.value(node, .class) else { return false }
    return ["btn", "button", "cta"].contains {
      ByteSearch.findIgnoringCase($0, in: document.values[value.indices]) != nil
    }
  }

  /// Whether a link stands for itself, rather than in a menu.
  private func isAlone(_ node: Int) -> Bool {
    let block = Int(survey.block[node])
    // What stands in blocks of their own, further inside, is of other lines.
    let own = document.subtree(max(block, 0)).prefix(80).count {
      document.tag($0) == .a && Int(survey.block[$0]) == block
    }
    guard block > 0, own == 1 else { return false }
    let holder = document.parent(block)
    return document.tag(block) != .li || (holder > 0 && links(in: holder) < 3 && reading.isInArticle(node))
  }

  private func links(in node: Int) -> Int { document.subtree(node).prefix(80).count { document.tag($0) == .a } }
}
