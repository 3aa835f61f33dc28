import StetArchive
import StetDigest
import StetModel
import Testing

/// An address that is one.
func address(_ text: String) throws -> PageAddress { try #require(PageAddress(text)) }

func key(_ text: String) throws -> PageKey { PageKey(try address(text)) }

func moment(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

/// Noon of a day of November 2026.
func day(_ number: Int) -> Timestamp {
  Timestamp(secondsSince1970: 1_793_534_400 + Int64(number - 1) * 86400)
}

let rules = ExtractorFacts(version: "0.1.0", rules: Digest(bytes: [UInt8](repeating: 7, count: 32)) ?? unreachable)

private var unreachable: Digest { preconditionFailure("32 bytes make a digest") }

/// A capture of a page that says one thing.
func capture(
  _ page: String, says text: String, at: Timestamp, cause: SnapshotCause = .page, etag: String? = nil,
  aliases: [String] = []
) throws -> Capture {
  var review = Review(url: page, kind: .review, confidence: 0.9)
  review.title = "A quiet film"
  review.body = [.paragraph(text: text)]
  return Capture(
    page: try key(page), aliases: try aliases.map(address), captured: at, cause: cause,
    response: ResponseFacts(status: 200, finalURL: page, contentType: "text/html", etag: etag), extractor: rules,
    review: review, provenance: [FieldProvenance(field: "title", provenance: Provenance(source: "page", at: "h1"))])
}

let film = "http://reviews.example/film"

extension Archive {
  /// What the body of a version says.
  func text(_ version: Int, of query: String) throws -> String? {
    try snapshot(version, of: find(query)).snapshot.review?.bodyText
  }

  /// The report, without a look at the progress.
  func report() throws -> VerificationReport { try verify { _, _ in } }

  /// Codes of the findings, each with the last part of its path.
  func complaints(_ severity: Finding.Severity = .finding) throws -> [String] {
    try report().findings.filter { $0.severity == severity }
      .map { "\($0.code.rawValue) \($0.path.split(separator: "/").last ?? "")" }
  }
}

/// Runs a body that must throw an `ArchiveError`.
func archiveError(_ body: () throws -> Void) throws -> ArchiveError {
  do {
    try body()
  } catch let error as ArchiveError {
    return error
  }
  throw Trouble("nothing was thrown")
}

/// What went over the wire for a page that says one thing.
func exchange(_ page: String, says text: String, at: Timestamp, status: Int = 200) throws -> HTTPExchange {
  let address = try address(page)
  return HTTPExchange(
    address: address,
    requestFields: [
      HeaderField(name: "Host", value: address.host), HeaderField(name: "User-Agent", value: "stet/1"),
    ],
    ipAddress: "192.0.2.7", httpVersion: "2", status: status,
    fields: [
      HeaderField(name: "Content-Type", value: "text/html"), HeaderField(name: "Content-Encoding", value: "gzip"),
    ], body: Array(text.utf8), date: at)
}

/// A capture with the responses that led to it.
func evidenced(
  _ page: String, says text: String, at: Timestamp, from first: String? = nil, body: String? = nil
) throws -> Capture {
  var capture = try capture(page, says: text, at: at)
  let body = body ?? "<p>\(text)</p>"
  if let first { capture.exchanges.append(try exchange(first, says: "moved", at: at, status: 301)) }
  capture.exchanges.append(try exchange(page, says: body, at: at))
  capture.response.payload = Digest.sha256(of: body)
  return capture
}
