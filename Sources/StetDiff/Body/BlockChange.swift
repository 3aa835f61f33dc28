public import StetModel

/// One block of a body and what became of it.
public struct BlockChange: Sendable {
  /// What became of a block.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Same content, same order.
    case unchanged
    /// Other words or another structure, same order.
    case edited
    /// Elsewhere in the order; its words may differ too, see `words`.
    case moved
    /// Only the new body has it.
    case added
    /// Only the old body has it.
    case removed
    /// One block became several that follow each other.
    case split
    /// Several blocks that followed each other became one.
    case merged
  }

  /// What became of the block.
  public let kind: Kind
  /// What the old version has, a stretch of its body (`Block.versionedContent`, in its own typography): one block; none when
  /// it was added; several when they were merged.
  public let olds: ArraySlice<Block>
  /// What the new version has: one block; none when it was removed; several when it was split.
  public let news: ArraySlice<Block>
  /// The two readings interwoven when they differ in some way; empty for an unchanged, added, removed or merely moved
  /// block. All kept when only the structure differs (a heading's level, the nesting of a list).
  public let words: [WordRun]
  /// Words that only one side has, punctuation not counted.
  public let changedWords: Int
  /// Whether words or structure differ between the two sides; false when only one has the block.
  public let isEdited: Bool
  /// Whether the words were too far apart to compare fully.
  public let isApproximate: Bool

  /// How many words the old version has, punctuation not counted.
  let oldWords: Int
  /// How many words the new version has.
  let newWords: Int

  /// Its place in the old body, from 0, the first of merged ones; nil when it was added.
  public var oldIndex: Int? { olds.isEmpty ? nil : olds.startIndex }
  /// Its place in the new body, from 0, the first of the parts of a split one; nil when it was removed.
  public var newIndex: Int? { news.isEmpty ? nil : news.startIndex }
  /// The block, or the first one, of the old version; nil when it was added.
  public var old: Block? { olds.first }
  /// The block, or the first one, of the new version; nil when it was removed.
  public var new: Block? { news.first }
  /// All that a reader of the old block reads, of merged ones each on lines of its own; nil when it was added.
  public var oldText: String? { Self.text(olds) }
  /// All that a reader of the new block reads; nil when it was removed.
  public var newText: String? { Self.text(news) }

  /// Whether the block is one of plain text, as it stands now.
  var isParagraph: Bool {
    if case .paragraph? = new ?? old { return true }
    return false
  }

  static func text(_ blocks: some Collection<Block>) -> String? {
    guard let first = blocks.first else { return nil }
    return blocks.count == 1 ? first.readingText : blocks.map(\.readingText).joined(separator: "\n")
  }

  /// `{"change", "oldIndex"?, "newIndex"?, "oldType"?, "newType"?, "old"?, "new"?, "oldCount"?, "newCount"?, "words"?,
  /// "approximate"?}`, where the types are in words ("heading 2"), `old` and `new` are the readings, and the counts tell of how
  /// many blocks, when it is not one.
  public var json: JSONValue {
    var object: JSONObject = ["change": .string(kind.rawValue)]
    object["oldIndex"] = oldIndex.map { .number(Double($0)) }
    object["newIndex"] = newIndex.map { .number(Double($0)) }
    object["oldType"] = old.map { .string($0.label) }
    object["newType"] = new.map { .string($0.label) }
    object["old"] = oldText.map(JSONValue.string)
    object["new"] = newText.map(JSONValue.string)
    if olds.count > 1 { object["oldCount"] = .number(Double(olds.count)) }
    if news.count > 1 { object["newCount"] = .number(Double(news.count)) }
    if !words.isEmpty { object["words"] = .array(words.map(\.json)) }
    if isApproximate { object["approximate"] = true }
    return .object(object)
  }
}

extension BlockChange: Hashable {
  /// Whether both say the same of the same places: equal texts elsewhere in the body are another change.
  public static func == (left: BlockChange, right: BlockChange) -> Bool {
    left.kind == right.kind && left.olds.indices == right.olds.indices && left.news.indices == right.news.indices
      && left.isEdited == right.isEdited && left.isApproximate == right.isApproximate && left.olds == right.olds
      && left.news == right.news && left.words == right.words
  }

  /// Hashes what tells changes of one comparison apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(olds.indices)
    hasher.combine(news.indices)
  }
}
