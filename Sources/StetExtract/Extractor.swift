internal import StetHTML
public import StetModel

/// Page to record.
///
///     page ─parse→ document ─survey→ measures and landmarks ─find→ region of the text ─weigh→ fields ─build→ record
public struct Extractor: Sendable {
  private let profiles: ProfileShelf

  /// An extractor that lets these site profiles speak first.
  public init(profiles: ProfileShelf = .bundled) { self.profiles = profiles }

  /// Reads a page.
  /// - Parameters:
  ///   - explaining: whether `Extraction.explanations` is wanted, with all the candidates that lost.
  ///   - series: which page of an article this is, to tell the one after it; nil for a first page.
  /// - Throws: `ExtractError` when the page has no readable main text.
  public func extract(
    _ page: Page, explaining: Bool = false, in series: PartSeries? = nil
  ) throws(ExtractError) -> Extraction {
    guard page.body.contains(where: { !ASCII.isSpace($0) }) else { throw ExtractError(.empty, "the page is empty") }
    if let kind = BinaryCheck.kind(of: page.body) { throw ExtractError(.binary, "this is \(kind), not a page") }
    let document: HTMLDocument
    do throws(HTMLError) {
      document = try HTMLParser.parse(page.body, httpCharset: page.charset)
    } catch {
      throw ExtractError(error.code == .empty ? .empty : .overLimit, error.message)
    }
    let profile = profiles.profile(for: page.final)
    var reader = RecordReader(PageReading(page, document, profile: profile), explaining: explaining, series)
    let review = try reader.read()
    return Extraction(
      review: review, provenance: reader.record.provenance, explanations: reader.record.explanations,
      charset: document.charset, continuation: reader.continuation, canonical: reader.canonical,
      obstacle: reader.obstacle, suspicion: reader.suspicion,
      extractor: ExtractorFacts(version: StetVersion.text, rules: RulesDigest.digest, profile: profile?.name))
  }

  /// What a response that is no page says of itself, by its words, its scripts and its header; nil when nothing.
  ///
  /// For answers with an error's status, whose text is nobody's review: who turned us away is worth knowing.
  public func obstacle(of page: Page) -> Obstacle? {
    guard BinaryCheck.kind(of: page.body) == nil,
      let document = try? HTMLParser.parse(page.body, httpCharset: page.charset)
    else { return nil }
    return ObstacleJudge(PageReading(page, document, profile: nil)).obstacle()
  }
}
