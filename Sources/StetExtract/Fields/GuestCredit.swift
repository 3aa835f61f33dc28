internal import StetModel

/// Sentences that say who wrote the page in somebody else's place: "This is a guest post by Ada Example, who …",
/// "This review was written by Ada Example.".
enum GuestCredit {
  /// The name behind such words, as far as its words have capitals; nil for other texts.
  static func name(in text: String) -> String? {
    let bytes = Array(text.utf8)[...]
    guard bytes.count < 320, marks.contains(where: { ByteSearch.findIgnoringCase($0, in: bytes) != nil }) else {
      return nil
    }
    for phrase in phrases {
      guard let start = ByteSearch.findIgnoringCase(phrase, in: bytes) else { continue }
      // Other sentences tell of other texts.
      let lead = String(decoding: bytes[..<start], as: UTF8.self).lowercased().spacedWords.joined(separator: " ")
        .trimmingMarks()
      guard Self.leads.contains(lead) else { continue }
      let rest = bytes[(start + phrase.utf8CodeUnitCount)...]
      let words = String(decoding: rest.prefix(80), as: UTF8.self).spacedWords.prefix(4)
      var name: [String] = []
      for word in words {
        guard word.first?.isUppercase == true || !name.isEmpty && BylineWords.particles.contains(String(word)) else {
          break
        }
        // A comma or a full stop ends the name, but for an initial's.
        let bare = String(word).trimmingMarks()
        let isInitial = bare.utf8.count == 1
        name.append(isInitial ? String(word) : bare)
        if !isInitial, word.utf8.count > bare.utf8.count { break }
      }
      while let last = name.last, last.first?.isLowercase == true { name.removeLast() }
      if name.count > 1 { return name.joined(separator: " ") }
    }
    return nil
  }

  /// What may stand before a phrase.
  private static let leads: Set<String> = [
    "", "a", "this", "this is a", "the following", "the following is a", "today's", "the",
  ]

  /// What each of the phrases holds.
  private static let marks: [StaticString] = ["guest ", " was written by "]

  private static let phrases: [StaticString] = [
    "guest post by ", "guest post from ", "guest review by ", "guest review from ", "guest article by ",
    "guest blog by ", "guest column by ", "guest reviewer ", "guest contributor ", "guest blogger ", "guest writer ",
    "review was written by ", "post was written by ", "article was written by ", "piece was written by ",
  ]
}
