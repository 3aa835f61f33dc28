internal import StetArchive
internal import StetModel

/// Where a list of changes goes on, as an address says it: `2026-11-22T06:00:03Z,3,pages/reviews.example/film~0123456789`.
enum ChangePlace {
  static func text(_ place: IndexedChange.Place) -> String { "\(place.captured),\(place.version),\(place.folder)" }

  /// nil for what is no place.
  static func read(_ text: String) -> IndexedChange.Place? {
    let parts = text.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let captured = Timestamp(String(parts[0])), let version = Int(parts[1]), version > 0,
      PageName(folder: String(parts[2])) != nil
    else { return nil }
    return IndexedChange.Place(captured: captured, folder: String(parts[2]), version: version)
  }

  /// The place in a query; nil when it names none.
  /// - Throws: for one that cannot be read.
  static func of(_ request: RoomRequest) throws(RoomError) -> IndexedChange.Place? {
    guard let text = request.value("after") else { return nil }
    guard let place = read(text) else {
      throw RoomError(
        code: .badRequest,
        message: "'after' is what the address of the next part of this list says: take it from there.")
    }
    return place
  }
}
