public import StetModel

/// One block of a body and what became of it.
public struct BlockChange: Sendable, Hashable {
  /// What became of a block.
  public enum Kind: String, Sendable, Hashable {
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
  }

  /// What became of the block.
  public let kind: Kind
  /// Its place in the old body, from 0; nil when it was added.
  public let oldIndex: Int?
  /// Its place in the new body, from 0; nil when it was removed.
  public let newIndex: Int?
  /// What the old version has, normalised (`Block.versionedContent`); nil when it was added.
  public let old: Block?
  /// What the new version has, normalised; nil when it was removed.
  public let new: Block?
  /// The two readings interwoven when they differ in some way; empty for an unchanged, added, removed or merely moved
  /// block. All kept when only the structure differs (a heading's level, the nesting of a list).
  public let words: [WordRun]
  /// Words that only one side has, punctuation not counted.
  public let changedWords: Int
  /// Whether the words were too far apart to compare fully.
  public let isApproximate: Bool

  /// All that a reader of the old block reads; nil when it was added.
  public var oldText: String? { old?.readingText }
  /// All that a reader of the new block reads; nil when it was removed.
  public var newText: String? { new?.readingText }
  /// Whether words or structure differ between the two sides.
  public var isEdited: Bool { old != nil && new != nil && old != new }

  /// `{"change", "oldIndex"?, "newIndex"?, "oldType"?, "newType"?, "old"?, "new"?, "words"?, "approximate"?}`, where the
  /// types are in words ("heading 2") and `old` and `new` are the normalised readings.
  public var json: JSONValue {
    var object: JSONObject = ["change": .string(kind.rawValue)]
    object["oldIndex"] = oldIndex.map { .number(Double($0)) }
    object["newIndex"] = newIndex.map { .number(Double($0)) }
    object["oldType"] = old.map { .string($0.label) }
    object["newType"] = new.map { .string($0.label) }
    object["old"] = oldText.map(JSONValue.string)
    object["new"] = newText.map(JSONValue.string)
    if !words.isEmpty { object["words"] = .array(words.map(\.json)) }
    if isApproximate { object["approximate"] = true }
    return .object(object)
  }
}
