/// A parsed page: a flat, read-only tree.
///
/// Nodes stand in document order in one array, and refer to each other by index. Node 0 is the document, above `<html>`.
/// The text of all text nodes stands in one buffer, also in document order, so that the text of any subtree is one
/// stretch of it. Scripts and styles are not part of that text.
///
/// A class, though it never changes: every rule holds it, and a struct of seven buffers would be counted seven times
/// wherever one is handed on.
public final class HTMLDocument: Sendable {
  /// All nodes, in document order.
  public let nodes: [HTMLNode]
  /// All attributes, by element in document order.
  public let attributes: [HTMLAttribute]
  /// The text of all text nodes, valid UTF-8.
  public let text: [UInt8]
  /// Attribute values and raw content, among what else stands in the page's source; valid UTF-8.
  public let values: [UInt8]
  /// The encoding that the page was read with, by its WHATWG name in lower case.
  public let charset: String
  /// What had to be mended before or while parsing; empty for most pages.
  public let repairs: [HTMLRepair]

  let otherElements: [OtherElement]
  let otherNames: [String]

  /// An element of an unlisted name.
  struct OtherElement: Sendable {
    let node: Int32
    let name: UInt16
  }

  init(
    nodes: [HTMLNode], attributes: [HTMLAttribute], text: [UInt8], values: [UInt8], charset: String,
    repairs: [HTMLRepair], otherElements: [OtherElement], otherNames: [String]
  ) {
    self.nodes = nodes
    self.attributes = attributes
    self.text = text
    self.values = values
    self.charset = charset
    self.repairs = repairs
    self.otherElements = otherElements
    self.otherNames = otherNames
  }

  // MARK: Walking

  /// The number of nodes.
  @inlinable
  public var count: Int { nodes.count }

  /// What a node is.
  @inlinable
  public func tag(_ node: Int) -> Tag { nodes[node].tag }

  /// Whether a node is an element, rather than text, raw content or the document.
  @inlinable
  public func isElement(_ node: Int) -> Bool { nodes[node].tag.rawValue >= Tag.other.rawValue }

  /// The parent of a node; -1 for the document.
  @inlinable
  public func parent(_ node: Int) -> Int { Int(nodes[node].parent) }

  /// The index after a node's last descendant: the subtree is `node..<end(node)`.
  @inlinable
  public func end(_ node: Int) -> Int { Int(nodes[node].end) }

  /// The node and all its descendants, in document order.
  @inlinable
  public func subtree(_ node: Int) -> Range<Int> { node..<end(node) }

  /// The children of a node, in order.
  @inlinable
  public func children(_ node: Int) -> HTMLChildren { HTMLChildren(self, of: node) }

  /// The ancestors of a node, nearest first, the document last.
  @inlinable
  public func ancestors(_ node: Int) -> HTMLAncestors { HTMLAncestors(self, of: node) }

  /// How far up `closest` looks. Pages are 50 levels deep at most; one of a hundred thousand is not to be climbed for each
  /// of its elements.
  static let maximumClimb = 512

  /// The nearest ancestor (or the node itself) with one of these tags; nil when there is none within 512 levels.
  public func closest(_ node: Int, _ tags: Tag...) -> Int? {
    if tags.contains(tag(node)) { return node }
    return ancestors(node).prefix(Self.maximumClimb).first { tags.contains(tag($0)) }
  }

  /// Whether one node is another or stands inside it.
  @inlinable
  public func contains(_ ancestor: Int, _ node: Int) -> Bool { node >= ancestor && node < end(ancestor) }

  // MARK: Names and attributes

  /// The element's name in lower case; empty for text and the document.
  public func name(of node: Int) -> String {
    let tag = tag(node)
    guard tag == .other else { return tag.name }
    var low = 0
    var high = otherElements.count
    while low < high {
      let middle = (low + high) / 2
      if otherElements[middle].node < node { low = middle + 1 } else { high = middle }
    }
    guard low < otherElements.count, otherElements[low].node == node else { return "" }
    return otherNames[Int(otherElements[low].name)]
  }

  /// The attributes of an element; empty for other nodes.
  @inlinable
  public func attributeRange(_ node: Int) -> Range<Int> {
    let node = nodes[node]
    return Int(node.first)..<Int(node.first) + Int(node.attributeCount)
  }

  /// The value of an attribute, as a stretch of `values`; nil when the element does not have it.
  @inlinable
  public func value(_ node: Int, _ name: AttributeName) -> ByteRange? {
    if nodes[node].attributeCount == 0 { return nil }
    for index in attributeRange(node) where attributes[index].name == name { return attributes[index].value }
    return nil
  }

  /// The value of an attribute; nil when the element does not have it.
  public func attribute(_ node: Int, _ name: AttributeName) -> String? {
    value(node, name).map(string)
  }

  /// The value of an attribute by its name in lower case; nil when the element does not have it.
  public func attribute(_ node: Int, named name: String) -> String? {
    for index in attributeRange(node) where self.name(ofAttribute: index) == name {
      return string(attributes[index].value)
    }
    return nil
  }

  /// The name of the attribute at an index of `attributes`, in lower case.
  public func name(ofAttribute index: Int) -> String {
    let attribute = attributes[index]
    return attribute.name == .other ? otherNames[Int(attribute.otherName)] : attribute.name.name
  }

  /// Attribute value or raw content as a string.
  public func string(_ range: ByteRange) -> String { String(decoding: values[range.indices], as: UTF8.self) }

  // MARK: Text

  /// The text of a subtree as a stretch of `text`: every text node in it, those that are not displayed included.
  @inlinable
  public func textRange(_ node: Int) -> Range<Int> {
    let start = Int(nodes[node].textStart)
    let end = Int(nodes[node].end)
    return start..<(end < nodes.count ? Int(nodes[end].textStart) : text.count)
  }

  /// The content of the first script or style node in an element, as a stretch of `values`.
  public func rawContent(_ node: Int) -> ByteRange? {
    for child in children(node) where tag(child) == .raw {
      return ByteRange(start: nodes[child].first, count: nodes[child].length)
    }
    return nil
  }
}
