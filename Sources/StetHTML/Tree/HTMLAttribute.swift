/// One attribute of an element.
@frozen
public struct HTMLAttribute: Sendable {
  /// The name; `other` when it is not a listed one.
  public var name: AttributeName
  /// Index in the document's list of unlisted names, when `name` is `other`.
  public var otherName: UInt16
  /// The value, with character references resolved, in `HTMLDocument.values`.
  public var value: ByteRange

  @usableFromInline
  init(name: AttributeName, otherName: UInt16, value: ByteRange) {
    self.name = name
    self.otherName = otherName
    self.value = value
  }
}
