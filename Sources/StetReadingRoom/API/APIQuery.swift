internal import Glibc
internal import StetArchive
internal import StetKit
internal import StetModel

/// The parameters of a request of a program: what cannot be read, or means nothing here, is refused.
struct APIQuery {
  private let request: RoomRequest

  /// - Throws: for a parameter that is not among these names, or stands there twice.
  init(_ request: RoomRequest, _ names: [String]) throws(RoomError) {
    var seen: Set<String> = []
    for (name, _) in request.query {
      guard names.contains(name) else {
        let known = names.isEmpty ? "there is none" : "there are " + names.joined(separator: ", ")
        throw Self.refused("There is no parameter '\(VisibleText.line(name, width: 60))' here: \(known).")
      }
      guard seen.insert(name).inserted else { throw Self.refused("The parameter '\(name)' stands there twice.") }
    }
    self.request = request
  }

  /// As sent; nil when it is not there, or empty.
  func text(_ name: String) -> String? { request.value(name).flatMap { $0.isEmpty ? nil : $0 } }

  /// How many are asked for, from 1 to a maximum.
  func limit(default usual: Int, maximum: Int) throws(RoomError) -> Int {
    guard let text = text("limit") else { return usual }
    guard let limit = Int(text), (1...maximum).contains(limit) else {
      throw Self.refused("'limit' is a number from 1 to \(maximum).")
    }
    return limit
  }

  /// A date, or a span before now: as `stet diff --since` takes it.
  func since() throws(RoomError) -> Timestamp? {
    guard let text = text("since") else { return nil }
    guard let moment = SinceMoment.of(text, now: Timestamp(secondsSince1970: Int64(time(nil)))) else {
      throw Self.refused("'since' is a date such as 2026-11-22, or a span such as 7d, 12h or 2w.")
    }
    return moment
  }

  /// One of a list of words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, default usual: Choice
  ) throws(RoomError) -> Choice where Choice.RawValue == String {
    guard let text = text(name) else { return usual }
    guard let choice = Choice(rawValue: text) else {
      throw Self.refused("'\(name)' is one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return choice
  }

  static func refused(_ message: String) -> RoomError { RoomError(code: .badRequest, message: message) }
}
