internal import StetModel
internal import StetWARC

/// A capture that is to be imported: where it stands, and what else it needs.
struct ImportItem: Sendable {
  /// Where a record stands. In the order of files, and in each of places.
  struct Place: Sendable, Hashable {
    /// The number of the file.
    let file: Int
    /// Where the record starts in the file.
    let offset: Int
  }

  /// The address that was captured, in the form in which it would be asked for.
  let address: PageAddress
  /// When it was captured.
  let date: Timestamp
  let place: Place
  /// The record's name; nil when it has none.
  let record: String?
  /// The record that it repeats, once it is found; nil unless it is a revisit.
  var original: Place?
  /// Where the record of the request starts in the file; nil when there is none.
  var request: Int?
}
