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

  private let address: PageAddress
  private let rules: PartRules
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

  private var first: Extraction { rules.first }

  /// An article of which the first page was read.
  public init(_ first: Extraction, of page: Page) {
    self.init(first, page.final.withoutFragment, ([page.requested] + page.redirects).map(\.withoutFragment))
  }

  private init(_ first: Extraction, _ address: PageAddress, _ others: [PageAddress]) {
    self.address = address
    rules = PartRules(first: first, addresses: [address] + others)
    seen = Set(rules.addresses.map { PageKey($0) })
    texts = [Self.text(first)]
  }

  /// How many pages were taken in, the first included.
  public var count: Int { later.count + 1 }

  /// The page to ask for next; nil when the text is whole.
  public var next: Step? {
    guard !isEnded, rules.hasPages, let following else { return nil }
    if later.isEmpty, !triedWhole, let whole = first.continuation?.whole {
      return Step(address: whole, isWhole: true, series: nil)
    }
    return Step(address: following.address, isWhole: false, series: following.series)
  }

  /// The second page by the first one's word, where none is asked for because of what the first one is: nobody puts the
  /// pages of a thread, a shop or a list together.
  public var unsuited: Step? {
    guard !rules.hasPages, let following else { return nil }
    return Step(address: following.address, isWhole: false, series: following.series)
  }

  /// The page behind the last one that was taken in, by that one's word, if its number is the next one.
  private var following: (address: PageAddress, series: PartSeries)? {
    guard let continuation = (later.last ?? first).continuation, continuation.kind == .nextPage,
      let next = continuation.address, let form = form ?? (later.isEmpty ? form(of: next) : nil),
      form.number(of: next) == count + 1
    else { return nil }
    return (next, PartSeries(form: form, number: count + 1))
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
    let (verdict, heading) = step.isWhole ? (rules.judge(whole: extraction), nil) : rules.judge(extraction, count + 1)
    if case .obstacle = verdict { return verdict }
    let key = PageKey(page.final)
    if step.isWhole {
      guard !seen.contains(key), page.final.asciiHost == address.asciiHost else { return .repetition }
      if verdict == .part { add(whole: extraction) }
      return verdict
    }
    let text = Self.text(extraction)
    if seen.contains(key) || texts.contains(text) {
      isEnded = true
      guard isEnd(extraction, text) else { return .doubtful("it repeats an earlier page") }
      isWhole = true
      return .repetition
    }
    guard page.final.asciiHost == address.asciiHost else { return end(.doubtful("it leads to another host")) }
    guard isInPlace(extraction, page, step) else {
      return end(.doubtful("it leads to '\(page.final.withoutFragment)'"))
    }
    guard verdict == .part else { return end(verdict) }
    seen.insert(key)
    add(extraction, heading, at: step.address)
    return .part
  }

  private mutating func add(_ extraction: Extraction, _ heading: String?, at address: PageAddress) {
    form = form ?? form(of: address)
    seen.insert(PageKey(address))
    texts.insert(Self.text(extraction))
    later.append(extraction)
    headings.append(heading)
  }

  private mutating func add(whole extraction: Extraction) {
    later = [extraction]
    headings = [nil]
    (holdsWhole, isEnded, isWhole) = (true, true, true)
  }

  /// The record of all pages that were taken in.
  public var record: Extraction {
    var record = later.isEmpty ? first : PartMerge(first, later, headings: headings, isWhole: holdsWhole).record
    record.continuation = isWhole ? nil : (later.last ?? first).continuation
    return record
  }

  /// The record of pages that were taken in before, as they were stored: the first, and the others in reading order.
  ///
  /// They are judged as pages that come in are, but for where they answered, which was looked at then.
  /// - Parameters:
  ///   - address: the first page's own.
  ///   - others: addresses that lead to it.
  ///   - parts: where the later pages answered.
  ///   - read: reads one of these, by its place; nil when today's rules read nothing there.
  /// - Returns: the record, and how many of the later pages belong to it by today's rules: the first that does not ends it,
  ///   and the record's continuation names it, by its link where there is one.
  public static func record(
    of first: Extraction, at address: PageAddress, _ others: [PageAddress], parts: [PageAddress], isWhole: Bool,
    read: (_ part: Int, _ series: PartSeries?) -> Extraction?
  ) -> (record: Extraction, count: Int) {
    // Who asks for a later page by itself may be led to the article: that does not make it the first one.
    let own = Set(parts.map { PageKey($0) })
    var sequence = PartSequence(first, address, others.filter { !own.contains(PageKey($0)) })
    var count = 0
    while count < parts.count, sequence.rules.hasPages {
      let series = isWhole ? nil : sequence.series(of: parts[count])
      guard let page = read(count, series), sequence.takeAgain(page, at: parts[count], isWhole: isWhole) else { break }
      count += 1
    }
    var record = sequence.record
    if count < parts.count {
      let next = sequence.following?.address ?? parts[count]
      record.continuation = Continuation(kind: .nextPage, address: next, rule: "a page that was stored with it")
    }
    return (record, count)
  }

  /// What is known of the next page, where it answered here: by the link that led there, if there is one.
  private func series(of address: PageAddress) -> PartSeries? {
    following?.series ?? (form ?? form(of: address)).map { PartSeries(form: $0, number: count + 1) }
  }

  /// Takes a stored page in, if it belongs to the article.
  private mutating func takeAgain(_ page: Extraction, at address: PageAddress, isWhole: Bool) -> Bool {
    if isWhole {
      guard rules.judge(whole: page) == .part else { return false }
      add(whole: page)
      return true
    }
    let (verdict, heading) = rules.judge(page, count + 1)
    guard verdict == .part, !texts.contains(Self.text(page)) else { return false }
    add(page, heading, at: following?.address ?? address)
    return true
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
    let firsts = rules.addresses + [first.canonical].compactMap(\.self)
    return firsts.lazy.compactMap { PartForm(first: $0, second: second) }.first
  }

  private static func text(_ extraction: Extraction) -> String { extraction.review.bodyText }
}
