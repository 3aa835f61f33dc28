internal import StetModel

/// A capture that is to be imported: where it stands, and what else it needs.
struct ImportItem: Sendable {
  /// The earlier capture that a revisit repeats, as it names it.
  struct Reference: Sendable {
    var record: String?
    /// SURT and 14 digits.
    var capture: String?
    var digest: String?
  }

  /// The address that was captured.
  let address: PageAddress
  /// Its SURT and the 14 digits of the moment: the capture's name among all files.
  let capture: String
  /// When it was captured.
  let date: Timestamp
  /// The number of the file.
  let file: Int
  /// Where its record starts in the file.
  let offset: Int
  /// The record's name; nil when it has none.
  let record: String?
  /// The payload's digest, as written; nil when it has none.
  let digest: String?
  /// What it repeats; nil unless it is a revisit.
  let reference: Reference?
  /// The file and place of the record that it repeats, once they are found.
  var original: Original?
  /// Where the record of the request starts in the file; nil when there is none.
  var request: Int?

  /// Where a record stands.
  struct Original: Sendable, Hashable {
    let file: Int
    let offset: Int
  }
}
