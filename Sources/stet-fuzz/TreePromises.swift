internal import StetHTML

/// What every tree promises.
enum TreePromises {
  /// Nodes in document order, each inside its parent, texts inside the page's text.
  static func check(_ document: HTMLDocument) {
    promise(document.end(0) == document.count, "the document does not hold all nodes")
    promise(String(validating: document.text, as: UTF8.self) != nil, "the text is not UTF-8")
    var textStart = 0
    for node in 0..<document.count {
      promise(document.end(node) > node && document.end(node) <= document.count, "a subtree without its root")
      if node > 0 {
        let parent = document.parent(node)
        promise(parent >= 0 && parent < node, "a child before its parent")
        promise(document.end(node) <= document.end(parent), "a child that outlives its parent")
      }
      let text = document.textRange(node)
      promise(text.lowerBound >= textStart && text.upperBound <= document.text.count, "text out of order")
      textStart = text.lowerBound
      guard document.isElement(node) else { continue }
      promise(!document.name(of: node).isEmpty)
      for attribute in document.attributeRange(node) { _ = document.name(ofAttribute: attribute) }
    }
    for attribute in document.attributes { _ = document.string(attribute.value) }
  }
}
