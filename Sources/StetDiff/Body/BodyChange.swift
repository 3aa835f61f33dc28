/// Two bodies aligned block by block.
public struct BodyChange: Sendable, Hashable {
  /// Every block of both bodies, in the order of the new one; removed blocks stand where they were.
  public let blocks: [BlockChange]
  /// Whether the bodies were too far apart to look at everything: similar blocks may be shown as removed and added.
  public let isApproximate: Bool

  /// How many blocks had this happen to them; a block that was moved and edited counts as moved.
  public func count(_ kind: BlockChange.Kind) -> Int { blocks.count { $0.kind == kind } }

  /// Words that differ inside edited blocks, punctuation not counted.
  public var changedWords: Int { blocks.reduce(0) { $0 + $1.changedWords } }
}
