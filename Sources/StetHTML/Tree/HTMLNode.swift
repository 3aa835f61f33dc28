/// One node of the tree. Nodes stand in document order, so a subtree is a range of them.
@frozen
public struct HTMLNode: Sendable {
  /// What the node is.
  public var tag: Tag
  /// How many attributes the element has.
  public var attributeCount: UInt16
  /// The parent's index; -1 on the document.
  public var parent: Int32
  /// The index after the last descendant.
  public var end: Int32
  /// Offset in `HTMLDocument.text` at which the text of this subtree starts.
  public var textStart: Int32
  /// Index of the first attribute; for raw content its offset in `HTMLDocument.values`.
  public var first: Int32
  /// Length in bytes of text or raw content.
  public var length: Int32

  @usableFromInline
  init(
    tag: Tag, attributeCount: UInt16 = 0, parent: Int32, end: Int32 = 0, textStart: Int32, first: Int32 = 0,
    length: Int32 = 0
  ) {
    self.tag = tag
    self.attributeCount = attributeCount
    self.parent = parent
    self.end = end
    self.textStart = textStart
    self.first = first
    self.length = length
  }
}
