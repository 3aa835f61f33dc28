public import StetModel

/// One look at a page, to be recorded.
public enum Observation: Sendable {
  /// The page was seen: stored when it differs from the page as it stood at that time.
  case seen(Capture)
  /// Something came instead of the page: kept with the reason, in a word and in a sentence, replaces no version.
  case setAside(Capture, code: String? = nil, reason: String, body: [UInt8])
  /// A person says that what was set aside under this path is the page: as `seen`.
  case accepted(Capture, observation: String)
  /// The server answered 304 Not Modified to a request for this address, with these validators.
  /// Where the page has parts, each of them was asked for, too, and had not changed.
  case notModified(
    PageAddress, at: Timestamp, etag: String?, lastModified: String?, exchanges: [HTTPExchange] = [],
    parts: [UnchangedPart] = [])
  /// The page was not found (404 or 410). With `extractor` nil a tombstone names that of the version before.
  case absent(
    PageKey, status: Int, at: Timestamp, extractor: ExtractorFacts?, exchanges: [HTTPExchange] = [])
}

extension Observation {
  /// The evidence that comes with it.
  var exchanges: [HTTPExchange] {
    switch self {
    case .seen(let capture), .setAside(let capture, _, _, _), .accepted(let capture, _):
      capture.exchanges + capture.partExchanges.flatMap(\.self)
    case .notModified(_, _, _, _, let exchanges, let parts): exchanges + parts.flatMap(\.exchanges)
    case .absent(_, _, _, _, let exchanges): exchanges
    }
  }
}
