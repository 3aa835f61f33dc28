package import StetWARC

/// A record of the archive and where it stands.
package struct EvidenceRecord: Sendable {
  /// The WARC file, below the archive's root.
  package let path: String
  /// The record.
  package let stored: StoredWARCRecord
  /// The record of the request; nil when none follows.
  package let request: WARCRecord?
}
