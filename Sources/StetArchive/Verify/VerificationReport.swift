public import StetModel

/// What `verify` found in an archive.
public struct VerificationReport: Sendable, Hashable {
  /// How many pages there are.
  public var pages = 0
  /// How many snapshots were read.
  public var snapshots = 0
  /// How many visit lines were read.
  public var visits = 0
  /// How many records the WARC files hold.
  public var records = 0
  /// What it has to say, in the order of paths.
  public var findings: [Finding] = []
  /// One digest over all pages and all that their visit logs name: kept elsewhere, it proves later that nothing was
  /// taken back. SHA-256 over a line for each page, in the order of keys by bytes: the hash of its last visit line
  /// (64 hexadecimal digits), two spaces, its key, a newline.
  public var head: Digest

  /// Whether nothing is broken or missing; leftovers of a crash do not count.
  public var isWhole: Bool { !findings.contains { $0.severity == .finding } }
}

extension VerificationReport {
  /// `{"whole", "pages", "snapshots", "visits", "records", "head", "findings"}`.
  public var json: JSONValue {
    .object([
      "whole": .bool(isWhole), "pages": .number(Double(pages)), "snapshots": .number(Double(snapshots)),
      "visits": .number(Double(visits)), "records": .number(Double(records)), "head": .string(head.description),
      "findings": .array(findings.map(\.json)),
    ])
  }
}
