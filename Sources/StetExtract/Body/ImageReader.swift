internal import StetHTML
internal import StetModel

/// Reads an `<img>` (or AMP's `<amp-img>`): where the picture is, and what it shows.
struct ImageReader {
  let document: HTMLDocument
  let address: PageAddress

  /// Whether an element is a picture.
  func isPicture(_ node: Int) -> Bool {
    switch document.tag(node) {
    case .img: true
    case .other: ["amp-img", "amp-anim"].contains(document.name(of: node))
    default: false
    }
  }

  /// The picture; nil for tracking pixels, icons, and images without an address.
  func read(_ node: Int) -> (src: String, alt: String?)? {
    if let width = size(node, .width), width < 30 { return nil }
    if let height = size(node, .height), height < 30 { return nil }
    guard let source = source(node) ?? copy(node).flatMap(source), let resolved = address.spelling(of: source) else {
      return nil
    }
    let alt = document.attribute(node, .alt).map(ReadingText.normalized)
    return (resolved, alt?.isEmpty == false ? alt : nil)
  }

  /// The words of an image that stands for a character: an emoji or a smiley.
  func character(_ node: Int) -> String? {
    guard let value = document.value(node, .class) else { return nil }
    let name = document.values[value.indices]
    guard ByteSearch.contains("emoji", in: name) || ByteSearch.contains("smiley", in: name) else { return nil }
    return document.attribute(node, .alt)
  }

  /// Lazy loaders put the address elsewhere and a placeholder into `src`.
  private func source(_ node: Int) -> String? {
    for name in [AttributeName.dataSrc, .src] {
      if let value = document.attribute(node, name), isAddress(value) { return value }
    }
    for name in ["data-lazy-src", "data-original", "data-lazy", "data-url", "data-image", "data-full-src"] {
      if let value = document.attribute(node, named: name), isAddress(value) { return value }
    }
    return (document.attribute(node, .srcset) ?? document.attribute(node, named: "data-srcset"))
      .flatMap { $0.split(separator: " ").first.map(String.init) }
  }

  /// The copy for readers without script, in the `<noscript>` right behind an image with nothing but a placeholder.
  private func copy(_ node: Int) -> Int? {
    var next = document.end(node)
    while next < document.count, document.parent(next) == document.parent(node), document.tag(next) == .text {
      next = document.end(next)
    }
    guard next < document.count, document.tag(next) == .noscript else { return nil }
    return document.subtree(next).first { document.tag($0) == .img }
  }

  private func isAddress(_ value: String) -> Bool { !value.isEmpty && !value.hasPrefix("data:") }

  private func size(_ node: Int, _ name: AttributeName) -> Int? { document.attribute(node, name).flatMap { Int($0) } }
}
