internal import StetModel

/// Short wordings of values and changes, the same in the summary and in the text rendering.
enum ChangePhrase {
  /// A rating in words: "4/5", "B+", "★★★½".
  static func rating(_ rating: Rating) -> String {
    switch rating.value {
    case .grade(let grade): return grade
    case .number(let value):
      guard let best = rating.best else { return number(value) }
      return number(value) + "/" + number(best)
    }
  }

  /// A rating before and after, with as much of it as it takes to tell them apart.
  static func ratings(_ old: Rating, _ new: Rating) -> (old: String, new: String) {
    let (before, after) = (rating(old), rating(new))
    if before != after { return (before, after) }
    func full(_ rating: Rating, _ phrase: String) -> String {
      var parts = [phrase]
      if old.text != new.text { parts.append("printed “\(rating.text)”") }
      if old.worst != new.worst { parts.append(rating.worst.map { "worst \(number($0))" } ?? "no worst given") }
      if old.value != new.value || old.best != new.best {
        parts.append("value \(CompactJSON.text(rating.json["value"] ?? .null)), best \(rating.best.map(number) ?? "–")")
      }
      return parts.joined(separator: ", ")
    }
    return (full(old, before), full(new, after))
  }

  /// The parts of an item that differ, in words, each with what it was and is.
  static func itemParts(_ old: ReviewItem, _ new: ReviewItem) -> [(name: String, old: String?, new: String?)] {
    var parts: [(name: String, old: String?, new: String?)] = []
    func add(_ name: String, _ before: String?, _ after: String?) {
      if before != after { parts.append((name, before, after)) }
    }
    add("type", old.type, new.type)
    add("name", old.name, new.name)
    if old.creators != new.creators {
      parts.append(("by", creators(old), creators(new)))
    }
    add("year", old.year.map(String.init), new.year.map(String.init))
    add("link", old.url, new.url)
    return parts
  }

  /// An item in words: "Movie: Title (2012) by Ada Example".
  static func item(_ item: ReviewItem) -> String {
    var phrase = item.type.map { $0 + ": " } ?? ""
    phrase += item.name
    if let year = item.year { phrase += " (\(year))" }
    if let creators = creators(item) { phrase += " by " + creators }
    return phrase
  }

  /// "2 paragraphs", "1 block": paragraphs if all of the blocks are.
  static func count(of blocks: some Collection<BlockChange>) -> String {
    count(blocks.count, isProse: blocks.allSatisfy(\.isParagraph))
  }

  static func count(_ count: Int, isProse: Bool) -> String {
    "\(count) \(isProse ? "paragraph" : "block")\(count == 1 ? "" : "s")"
  }

  /// What became of a block: "paragraph edited", "heading 2 moved from 3 to 7 and edited".
  static func whatHappened(to block: BlockChange) -> String {
    let name = (block.new ?? block.old)?.label ?? "block"
    switch block.kind {
    case .moved:
      // Among other changes a block may have moved, and its number be the same.
      let isTold = block.oldIndex != block.newIndex
      let places = isTold ? " from \((block.oldIndex ?? 0) + 1) to \((block.newIndex ?? 0) + 1)" : ""
      return "\(name) moved\(places)\(block.isEdited ? " and edited" : "")"
    case .split: return "\(name) split into \(block.news.count)"
    case .merged: return "\(name) merged from \(block.olds.count)"
    case .unchanged, .edited, .added, .removed: return "\(name) \(block.kind.rawValue)"
    }
  }

  private static func creators(_ item: ReviewItem) -> String? {
    item.creators.isEmpty ? nil : item.creators.joined(separator: ", ")
  }

  private static func number(_ value: Double) -> String { CompactJSON.text(.number(value)) }
}

extension CompactJSON {
  fileprivate static func text(_ value: JSONValue) -> String { String(decoding: bytes(value), as: UTF8.self) }
}
