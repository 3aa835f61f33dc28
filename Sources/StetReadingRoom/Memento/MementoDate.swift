internal import StetModel

/// Moments as Memento spells them: `rfc1123-date` (RFC 7089, 2.1; RFC 1123, 5.2.14), `Thu, 31 May 2007 20:35:00 GMT`.
enum MementoDate {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func text(_ moment: Timestamp) -> String {
    let spelled = moment.description
    let day = Int((Double(moment.secondsSince1970) / 86_400).rounded(.down))
    let month = Int(spelled.dropFirst(5).prefix(2)).map { months[$0 - 1] } ?? ""
    return "\(days[(day % 7 + 7) % 7]), \(spelled.dropFirst(8).prefix(2)) \(month) \(spelled.prefix(4)) "
      + "\(spelled.dropFirst(11).prefix(8)) GMT"
  }

  /// nil for anything else. Which day of the week it names does not count: the grammar asks for one of the seven, and the
  /// moment is clear without it.
  static func read(_ text: String) -> Timestamp? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 6, words[0].hasSuffix(","), days.contains(String(words[0].dropLast())),
      words[1].utf8.count == 2, words[3].utf8.count == 4, words[5] == "GMT",
      let month = months.firstIndex(where: { $0 == words[2] })
    else { return nil }
    let digits = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    let moment = Timestamp("\(words[3])-\(digits)-\(words[1])T\(words[4])Z")
    // There is one spelling of each.
    return moment.flatMap { Self.text($0).dropFirst(3) == text.dropFirst(3) ? $0 : nil }
  }
}
