/// The children of a node, in order.
@frozen
public struct HTMLChildren: Sequence, IteratorProtocol {
  @usableFromInline let document: HTMLDocument
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  @inlinable
  init(_ document: HTMLDocument, of node: Int) {
    self.document = document
    position = node + 1
    end = document.end(node)
  }

  /// The next child.
  @inlinable
  public mutating func next() -> Int? {
    guard position < end else { return nil }
    defer { position = document.end(position) }
    return position
  }
}
