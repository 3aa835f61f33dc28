public import StetModel

/// The pages of one article as they come in: which is asked for next, whether what came belongs to it, and the record of
/// all. It has no network.
///
///     var sequence = PartSequence(first, of: page)
///     while let step = sequence.next {
///       let page = …                                    // from step.address
///       let read = try extractor.extract(page, in: step.series)
///       guard sequence.take(read, of: page, as: step) == .part else { … }
///     }
///     let record = sequence.record
public struct PartSequence: Sendable {
  /// A page that is to be asked for.
  public struct Step: Sendable, Hashable {
    /// Its address.
    public let address: PageAddress
    /// Whether it should have the text of all pages.
    public let isWhole: Bool
    /// For the extractor, to tell where the text goes on.
    public let series: PartSeries?
  }

  /// What a page that was asked for is.
  public enum Verdict: Sendable, Hashable {
    /// A part: it is taken in.
    case part
    /// What was there before, once more: the article ends.
    case repetition
    /// Another article, and why that is believed.
    case other(String)
    /// Nothing tells whether it belongs to the article, and why: it is not taken in.
    case doubtful(String)
    /// Something that stands in the place of the page, for a person.
    case obstacle(String)
  }

  /// What has pages that belong together. Those of a thread, of a shop and of a list are what others have written.
  private static let kinds: Set<PageKind> = [.review, .article, .post, .other]
  /// How much of the first page's text a page with all of it must have.
  private static let smallestShare = 0.8

  private let address: PageAddress
  private let requested: PageAddress
  private let first: Extraction
  private var later: [Extraction] = []
  private var headings: [String?] = []
  private var form: PartForm?
  private var seen: Set<PageKey>
  private var texts: Set<String>
  private var isEnded = false
  /// Whether there is nothing behind the last page, though it names one.
  private var isWhole = false
  private var triedWhole = false
  private var holdsWhole = false

  /// An article of which the first page was read.
  public init(_ first: Extraction, of page: Page) {
    self.first = first
    address = page.final.withoutFragment
    requested = page.requested.withoutFragment
    seen = [PageKey(page.final), PageKey(page.requested)]
    texts = [Self.text(first)]
  }

  /// How many pages were taken in, the first included.
  public var count: Int { later.count + 1 }

  /// The page to ask for next; nil when the text is whole.
  public var next: Step? {
    guard !isEnded, Self.kinds.contains(first.review.kind) else { return nil }
    let last = later.last ?? first
    guard let continuation = last.continuation, continuation.kind == .nextPage, let next = continuation.address else {
      return nil
    }
    if later.isEmpty {
      guard let form = form(of: next) else { return nil }
      if let whole = continuation.whole, !triedWhole { return Step(address: whole, isWhole: true, series: nil) }
      return Step(address: next, isWhole: false, series: PartSeries(form: form, number: 2))
    }
    guard let form, form.number(of: next) == count + 1 else { return nil }
    return Step(address: next, isWhole: false, series: PartSeries(form: form, number: count + 1))
  }

  /// The next page by the last one's word, where its number is not the next one: it is not asked for, and the text is not
  /// known to be whole.
  public var skipped: PageAddress? {
    guard !isEnded, let form, let continuation = later.last?.continuation, continuation.kind == .nextPage,
      let next = continuation.address, form.number(of: next) != count + 1
    else { return nil }
    return next
  }

  /// Says that there is nothing to be had at an address that should have had the text of all pages: its pages are asked
  /// for one by one.
  public mutating func giveUpWhole() { triedWhole = true }

  /// Judges a page that was asked for, and takes it in when it belongs to the article.
  public mutating func take(_ extraction: Extraction, of page: Page, as step: Step) -> Verdict {
    if step.isWhole { triedWhole = true }
    let review = extraction.review
    if let obstacle = extraction.obstacle { return .obstacle("it looks like \(obstacle.reason)") }
    if review.kind == .error || review.kind == .blocked { return .obstacle("it looks like an error page") }
    let key = PageKey(page.final)
    let text = Self.text(extraction)
    if step.isWhole {
      guard !seen.contains(key), page.final.host == address.host else { return .repetition }
      let same = SameArticle(extraction, 0, after: first, at: [address, requested])
      switch same.verdict {
      case .same: break
      case .doubtful(let reason): return .doubtful(reason)
      case .other(let reason): return .other(reason)
      }
      guard Self.share(of: first, in: extraction) >= Self.smallestShare, text.utf8.count > Self.text(first).utf8.count,
        extraction.continuation?.kind != .nextPage
      else { return .other("it does not have the whole text") }
      later = [extraction]
      headings = [nil]
      (holdsWhole, isEnded, isWhole) = (true, true, true)
      return .part
    }
    if seen.contains(key) || texts.contains(text) {
      isEnded = true
      guard isEnd(extraction, text) else { return .doubtful("it repeats an earlier page") }
      isWhole = true
      return .repetition
    }
    guard page.final.host == address.host else { return end(.doubtful("it leads to another host")) }
    guard isInPlace(extraction, page, step) else {
      return end(.doubtful("it leads to '\(page.final.withoutFragment)'"))
    }
    if review.kind == .listing { return end(.other("it is a list of pages")) }
    let same = SameArticle(extraction, count + 1, after: first, at: [address, requested])
    switch same.verdict {
    case .same: break
    case .doubtful(let reason): return end(.doubtful(reason))
    case .other(let reason): return end(.other(reason))
    }
    form = form ?? form(of: step.address)
    seen.formUnion([key, PageKey(step.address)])
    texts.insert(text)
    later.append(extraction)
    headings.append(same.heading)
    return .part
  }

  /// The record of all pages that were taken in.
  public var record: Extraction {
    var record = later.isEmpty ? first : PartMerge(first, later, headings: headings, isWhole: holdsWhole).record
    record.continuation = isWhole ? nil : (later.last ?? first).continuation
    return record
  }

  /// The record of pages that were taken in before, as they were stored: the first, and the others in reading order.
  /// - Parameter addresses: those of the first page.
  /// - Returns: the record, and how many of the later pages belong to it by today's rules: the first that does not ends it.
  public static func record(
    of first: Extraction, _ later: [Extraction], isWhole: Bool, at addresses: [PageAddress]
  ) -> (record: Extraction, count: Int) {
    var headings: [String?] = []
    for (index, page) in later.enumerated() {
      let same = SameArticle(page, isWhole ? 0 : index + 2, after: first, at: addresses)
      guard same.verdict == .same else { break }
      headings.append(same.heading)
    }
    guard !headings.isEmpty else { return (first, 0) }
    let later = Array(later.prefix(headings.count))
    return (PartMerge(first, later, headings: headings, isWhole: isWhole).record, later.count)
  }

  /// Whether a page answered for itself: at the address that was asked for, at another form of it, or as a page of the
  /// article by its own word. Sites lead from a page that has gone to their front, or to what is new.
  private func isInPlace(_ extraction: Extraction, _ page: Page, _ step: Step) -> Bool {
    if PageKey(page.final) == PageKey(step.address) { return true }
    if (form ?? form(of: step.address))?.number(of: page.final) == count + 1 { return true }
    return extraction.canonical.map { PageKey($0) == PageKey(address) } ?? false
  }

  /// Whether a repetition is the end of the article. Of a site that ignores the number, or pages its comments so, the
  /// second page repeats the first. Where there were other pages before, only the last one may come again, and name none
  /// behind it: with any other the site shows that pages are missing.
  private func isEnd(_ extraction: Extraction, _ text: String) -> Bool {
    guard let last = later.last else { return true }
    return text == Self.text(last) && extraction.continuation?.kind != .nextPage
  }

  private mutating func end(_ verdict: Verdict) -> Verdict {
    isEnded = true
    return verdict
  }

  private func form(of second: PageAddress) -> PartForm? {
    PartForm(first: address, second: second) ?? PartForm(first: requested, second: second)
      ?? first.canonical.flatMap { PartForm(first: $0, second: second) }
  }

  private static func text(_ extraction: Extraction) -> String { extraction.review.bodyText }

  /// How much of a page's text, in bytes, stands in another's.
  private static func share(of one: Extraction, in other: Extraction) -> Double {
    let texts = Set(other.review.body.map(\.plainText))
    let lengths = one.review.body.map { (text: $0.plainText, length: $0.plainText.utf8.count) }
    let all = lengths.reduce(0) { $0 + $1.length }
    let found = lengths.filter { texts.contains($0.text) }.reduce(0) { $0 + $1.length }
    return all == 0 ? 0 : Double(found) / Double(all)
  }
}
