import StetArchive
import StetDigest
import StetExtract
import StetModel
import Testing

/// A page as rules of another day have read and stored it, with its response.
enum OldReading {
  /// The facts of rules that are not today's.
  static let rules = ExtractorFacts(
    version: "0", rules: Digest(bytes: [UInt8](repeating: 7, count: 32)) ?? Extractor.facts.rules)

  /// Stores it.
  /// - Parameters:
  ///   - kept: whether its response is kept, too.
  ///   - change: what those rules read otherwise.
  @discardableResult
  static func store(
    _ address: String, _ html: String, at moment: String, into writer: ArchiveWriter, kept: Bool = true,
    rules: ExtractorFacts = rules, as change: (inout Review) -> Void
  ) throws -> Visit {
    let address = try #require(PageAddress(address))
    let captured = try #require(Timestamp(moment))
    let body = Array(html.utf8)
    let extraction = try Extractor().extract(Page(requested: address, final: address, body: body, received: captured))
    var review = extraction.review
    review.url = address.description
    change(&review)
    let exchange = HTTPExchange(
      address: address, requestFields: [HeaderField(name: "User-Agent", value: "stet")], status: 200, reason: "OK",
      fields: [HeaderField(name: "Content-Type", value: "text/html")],
      body: body, date: captured)
    return try writer.record(
      Capture(
        page: PageKey(address), captured: captured,
        response: ResponseFacts(status: 200, finalURL: address.description, payload: Digest.sha256(of: body)),
        exchanges: kept ? [exchange] : [], extractor: rules, review: review))
  }
}
