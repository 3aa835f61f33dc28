/// The ancestors of a node, nearest first, the document last.
@frozen
public struct HTMLAncestors: Sequence, IteratorProtocol {
  @usableFromInline let document: HTMLDocument
  @usableFromInline var position: Int

  @inlinable
  init(_ document: HTMLDocument, of node: Int) {
    self.document = document
    position = document.parent(node)
  }

  /// The next ancestor.
  @inlinable
  public mutating func next() -> Int? {
    guard position >= 0 else { return nil }
    defer { position = document.parent(position) }
    return position
  }
}
