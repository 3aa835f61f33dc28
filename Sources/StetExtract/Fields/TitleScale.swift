internal import StetHTML
internal import StetModel

/// Weighs the headings and claims of one page against each other.
struct TitleScale {
  /// Where a claim was made.
  enum Kind { case data, meta, title, wholeTitle }

  /// The score of what needs no weighing.
  static let certain = 0.99

  let claims: TitleClaims
  private let reading: PageReading
  private let siteWords: WordBag?
  private let isFrontPage: Bool
  /// The first `<h2>` where every `<h1>` is the site's name; nil elsewhere.
  private let headingUnderLogo: Int?
  /// The last part of the page's path; nil when it may be spelled in several ways.
  private let lastPart: [UInt8]?

  init(_ reading: PageReading, siteName: String?) {
    self.reading = reading
    claims = TitleClaims(reading, siteName: siteName)
    siteWords = siteName.map(WordBag.init)
    isFrontPage = reading.address.isRoot
    let site = siteWords
    let isLogo = !isFrontPage && !claims.h1s.isEmpty && claims.h1s.allSatisfy { site?.equals($0.claim.words) == true }
    headingUnderLogo = isLogo ? claims.headings.first { $0.tag == .h2 }?.node : nil
    let last = reading.address.path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init)
    let isPlain = last?.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-") } ?? false
    lastPart = isPlain ? last : nil
  }

  /// Whether a part of a page's title is the name of the site, and the logo says so too.
  func isSite(_ claim: TitleClaims.Claim) -> Bool {
    headingUnderLogo != nil && siteWords?.equals(claim.words) == true
  }

  // MARK: Headings

  func candidate(_ heading: TitleClaims.Heading) -> Candidate<String>? {
    let (node, tag, words) = (heading.node, heading.tag, heading.claim.words)
    // A logo may be a heading too.
    if siteWords?.equals(words) == true, claims.title?.words.equals(words) != true { return nil }
    if tag == .h1, isLogo(node) { return nil }
    var signs = TitleSigns()
    let agreement = agreement(words, &signs)
    switch tag {
    case .h1:
      signs.count(TitleSigns.h1)
      signs.count(TitleSigns.firstH1, if: claims.firstH1 == node)
      signs.count(TitleSigns.h1OfArticle, if: claims.isArticle)
    case .h2: signs.count(TitleSigns.h2)
    case .h3: signs.count(TitleSigns.h3)
    case .h4, .h5, .h6: signs.count(TitleSigns.lowHeading)
    default: signs.count(TitleSigns.calledTitle)
    }
    // Where the logo is the only heading of the first rank, the next heading takes its place.
    let isSecond = node == headingUnderLogo
    signs.count(TitleSigns.lowAlone, if: tag != .h1 && !agreement.isClaimed && !isSecond)
    signs.count(TitleSigns.unrelated, if: agreement.isUnrelated && tag != .h3 && !isSecond)
    signs.count(TitleSigns.calledPostTitle, if: reading.survey.signals[node].isSuperset(of: [.title, .post]))
    signs.count(TitleSigns.headingOfFrontPage, if: isFrontPage)
    place(node, &signs)
    look(heading.claim.text, words, &signs)
    return Candidate(
      heading.claim.text, source: "page", .node(node),
      rule: agreement.isClaimed ? "a heading that is claimed elsewhere" : "a heading",
      score: Self.squeezed(signs.score))
  }

  /// Whether a heading leads to the site's front page, and another of the first rank does not.
  private func isLogo(_ node: Int) -> Bool {
    !isFrontPage && leadsHome(node) && claims.h1s.contains { !leadsHome($0.node) }
  }

  private func leadsHome(_ node: Int) -> Bool {
    guard let link = link(of: node), let href = reading.document.attribute(link, .href) else { return false }
    return reading.survey.address.resolving(href)?.isRoot == true
  }

  // MARK: Claims

  func score(_ claim: TitleClaims.Claim, _ kind: Kind) -> Double {
    guard !claim.words.words.isEmpty else { return 0 }
    var signs = TitleSigns()
    _ = agreement(claim.words, &signs)
    signs.count(TitleSigns.wholeTitle, if: kind == .wholeTitle)
    signs.count(TitleSigns.titleOfArticle, if: claims.isArticle && (kind == .title || kind == .wholeTitle))
    look(claim.text, claim.words, &signs)
    return Self.squeezed(signs.score)
  }

  /// Between 0 and `certain`, in the same order.
  private static func squeezed(_ score: Double) -> Double { certain / 2 * (1 + score / (4 + abs(score))) }

  // MARK: Signs

  private struct Agreement {
    /// Whether something outside the text says the same.
    var isClaimed = false
    /// Whether hardly a word of it is said elsewhere.
    var isUnrelated = true
  }

  private func agreement(_ words: WordBag, _ signs: inout TitleSigns) -> Agreement {
    var found = Agreement()
    func share(_ sign: TitleSigns.Sign, _ share: Double) {
      signs.count(sign, share)
      if share >= 0.3 { found.isUnrelated = false }
    }
    if let title = claims.title?.words {
      if title.equals(words) {
        found.isClaimed = true
      } else if title.words.starts(with: words.words) {
        signs.count(TitleSigns.startsTitle)
        found.isClaimed = words.words.count > 1
      } else if title.words.suffix(words.words.count).elementsEqual(words.words) {
        signs.count(TitleSigns.endsTitle)
        found.isClaimed = words.words.count > 1
      } else {
        signs.count(TitleSigns.insideTitle, if: title.contains(words))
      }
      share(TitleSigns.shareInTitle, words.share(in: title))
    }
    if let title = claims.strippedTitle?.words {
      signs.count(TitleSigns.coverOfTitle, title.share(in: words))
      if title.equals(words) { found.isClaimed = true }
    }
    if let position = claims.parts.firstIndex(where: { $0.words.equals(words) }) {
      signs.count(position == 0 ? TitleSigns.firstPart : TitleSigns.laterPart)
      found.isClaimed = true
    }
    if let meta = claims.metas.first {
      if meta.whole.words.equals(words) {
        signs.count(TitleSigns.isMeta)
      } else {
        signs.count(TitleSigns.startsMeta, if: meta.whole.words.words.starts(with: words.words))
      }
      share(TitleSigns.shareInMeta, words.share(in: meta.whole.words))
    }
    if claims.metas.contains(where: { $0.whole.words.equals(words) || $0.stripped.words.equals(words) }) {
      found.isClaimed = true
    }
    if claims.headline?.claim.words.equals(words) == true {
      signs.count(TitleSigns.isData)
      found.isClaimed = true
    }
    if claims.h1s.contains(where: { $0.claim.words.equals(words) }) {
      signs.count(TitleSigns.isH1)
    } else {
      signs.count(TitleSigns.isHeading, if: claims.headings.contains { $0.isHigh && $0.claim.words.equals(words) })
    }
    signs.count(
      TitleSigns.insideH1,
      if: claims.h1s.contains { !$0.claim.words.equals(words) && $0.claim.words.contains(words) })
    if let address = claims.address {
      share(TitleSigns.shareInAddress, words.share(in: address))
      signs.count(TitleSigns.coverOfAddress, address.share(in: words))
    }
    return found
  }

  private func look(_ text: String, _ words: WordBag, _ signs: inout TitleSigns) {
    signs.count(TitleSigns.oneWord, if: words.words.count == 1)
    signs.count(TitleSigns.twoWords, if: words.words.count == 2)
    signs.count(TitleSigns.separated, if: SiteNameReader.hasParts(text))
  }

  /// A headline stands before the text, near it, and is no link elsewhere.
  private func place(_ node: Int, _ signs: inout TitleSigns) {
    let document = reading.document
    if let region = reading.region {
      let (line, start) = (document.textRange(node), document.textRange(region.start))
      if node < region.start || document.contains(node, region.start) {
        signs.count(TitleSigns.beforeText)
        signs.count(TitleSigns.near, Self.nearness(start.lowerBound - line.upperBound))
      } else if region.contains(node, in: reading.survey) {
        signs.count(TitleSigns.inText)
        signs.count(TitleSigns.near, Self.nearness(line.lowerBound - start.lowerBound))
      } else {
        signs.count(TitleSigns.behindText)
      }
      signs.count(TitleSigns.inArticle, if: document.contains(region.article, node))
      signs.count(TitleSigns.inClutter, if: region.clutter.isClutter[node])
    }
    let signals = reading.survey.inheritedSignals(node)
    signs.count(
      TitleSigns.inForeignPart,
      if: !signals.isDisjoint(with: [.logo, .related, .sidebar, .comment, .navigation]))
    if let link = link(of: node), !isOwnAddress(link) { signs.count(TitleSigns.linksElsewhere) }
  }

  /// 1 at the start of the text, a half two hundred bytes off.
  private static func nearness(_ gap: Int) -> Double { gap <= 0 ? 1 : 200 / (200 + Double(gap)) }

  private func link(of node: Int) -> Int? {
    if let outer = reading.document.closest(node, .a) { return outer }
    guard reading.survey.linkDensity(node) > 0.8 else { return nil }
    return reading.document.subtree(node).prefix(30).first { reading.document.tag($0) == .a }
  }

  private func isOwnAddress(_ link: Int) -> Bool {
    guard let href = reading.document.value(link, .href) else { return true }
    // Few links lead to the page itself, and those that do name its last part.
    if let lastPart, !reading.document.values[href.indices].isEmpty, !mayNamePart(lastPart, href) { return false }
    guard let target = reading.survey.address.resolving(reading.document.string(href)) else { return false }
    return target.path == reading.address.path && target.host == reading.address.host
  }

  private func mayNamePart(_ part: [UInt8], _ href: ByteRange) -> Bool {
    let bytes = reading.document.values[href.indices]
    // "", "#text", "?page=2" and "./" are relative to the page.
    guard let first = bytes.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "?"),
      first != UInt8(ascii: "."), !ASCII.isSpace(first)
    else { return true }
    guard bytes.count >= part.count else { return false }
    for start in bytes.startIndex...(bytes.endIndex - part.count) where bytes[start] == part[0] {
      if bytes[start..<start + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}
