package import StetWARC

/// The records of one capture as they stand in one of the archive's WARC files, one behind the other: the response or
/// revisit, and the request and metadata that point to it.
package struct EvidenceGroup: Sendable {
  /// The WARC file, below the archive's root.
  package let path: String
  /// Where the first record starts, in bytes.
  package let offset: Int
  /// How long all of them are, in bytes.
  package let length: Int
  /// The index line of the first record.
  package let line: CDXJLine
  /// The head of the first record.
  package let head: WARCHead
}
