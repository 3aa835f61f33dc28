public import StetModel

/// What a redaction takes the text out of.
public struct RedactionReport: Sendable, Hashable {
  /// The page.
  public let page: PageKey
  /// Versions, ascending; those that were redacted before are left out.
  public internal(set) var versions: [Int] = []
  /// Paths of observations in quarantine.
  public internal(set) var observations: [String] = []
  /// Names of the WARC records whose content goes.
  public internal(set) var records: [String] = []

  /// Whether nothing is left to redact.
  public var isEmpty: Bool { versions.isEmpty && observations.isEmpty && records.isEmpty }

  /// `{"page", "versions", "observations", "records"}`.
  public var json: JSONValue {
    .object([
      "page": .string(page.description), "versions": .array(versions.map { .number(Double($0)) }),
      "observations": .strings(observations), "records": .strings(records),
    ])
  }
}
