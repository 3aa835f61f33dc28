public import StetModel

/// One thing that `verify` has to say.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    /// Something stored is broken, missing or not what it should be.
    case finding
    /// A crash left something that nothing refers to; the next write clears it.
    case note
  }

  /// What is wrong.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// A snapshot is no snapshot or does not fit its digest.
    case brokenSnapshot = "broken-snapshot"
    /// A snapshot is not the one that the visit log names.
    case replacedSnapshot = "replaced-snapshot"
    /// A version's file is missing.
    case missingVersion = "missing-version"
    /// The folder of a page that the index knows is missing.
    case missingPage = "missing-page"
    /// A visit that the index has seen is missing in the visit log.
    case missingVisit = "missing-visit"
    /// No visit names the version.
    case unloggedVersion = "unlogged-version"
    /// A snapshot's `previous` is not the digest of the version before it.
    case brokenVersionChain = "broken-version-chain"
    /// A visit line cannot be read or contradicts the others.
    case brokenVisit = "broken-visit"
    /// A visit line's `previous` is not the hash of the line before it.
    case brokenVisitChain = "broken-visit-chain"
    /// The visit log of a page with versions is missing.
    case missingVisitLog = "missing-visit-log"
    /// A file or visit belongs to another page, or the page to another folder.
    case wrongPage = "wrong-page"
    /// Two folders hold the same page.
    case duplicatePage = "duplicate-page"
    /// An observation in quarantine is missing, broken or not the one that the visit log names.
    case brokenQuarantine = "broken-quarantine"
    /// A WARC file cannot be read at a place, or a record in it does not fit its digests or its place.
    case brokenRecord = "broken-record"
    /// The record that a version, a visit or a revisit names is nowhere, or its content is another one.
    case missingRecord = "missing-record"
    /// The index of a WARC file, or `index.sqlite`, does not fit what it is derived from.
    case brokenIndex = "broken-index"
    /// Something that stet did not put there.
    case foreignFile = "foreign-file"
    /// The text of a version or an observation was taken out, as its visit log says.
    case redacted
    /// A file or folder cannot be read.
    case unreadable
    /// A file or line that was never finished, an empty folder, an observation that no visit names.
    case leftover
  }

  /// How much it matters.
  public let severity: Severity
  /// What is wrong.
  public let code: Code
  /// Where, below the archive's root.
  public let path: String
  /// One line for a person.
  public let message: String

  /// `path: message`.
  public var description: String { "\(path): \(message)" }
}

extension Finding {
  /// `{"severity", "code", "path", "message"}`.
  public var json: JSONValue {
    .object([
      "severity": .string(severity.rawValue), "code": .string(code.rawValue), "path": .string(path),
      "message": .string(message),
    ])
  }
}
