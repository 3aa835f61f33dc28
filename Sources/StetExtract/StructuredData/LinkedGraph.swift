internal import StetHTML
internal import StetModel

/// The things that a page describes in one notation, and how they refer to each other.
struct LinkedGraph: Sendable {
  /// The notation.
  enum Source: String, Sendable { case jsonLD = "json-ld", microdata, rdfa, microformats }

  /// A page that describes more things than this is read up to here: no page of one text describes so many.
  static let maximumItems = 5000

  let source: Source
  let document: HTMLDocument
  let page: PageAddress
  /// All things; a thing comes after the one that contains it.
  var items: [LinkedItem] = []

  init(_ source: Source, document: HTMLDocument, page: PageAddress) {
    self.source = source
    self.document = document
    self.page = page
  }

  /// Whether nothing more is to be read into it.
  var isFull: Bool { items.count >= Self.maximumItems }

  /// The values of the first of these properties that has any.
  func values(_ item: Int, _ names: LinkedName...) -> [LinkedValue] {
    for name in names {
      let found = items[item].properties.filter { $0.name == name }.map(\.value)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The things among the values of a property.
  func things(_ item: Int, _ name: LinkedName) -> [Int] {
    values(item, name).compactMap { value in
      if case .item(let index) = value { return index }
      return nil
    }
  }

  /// The first value of a property as one line of text.
  func text(_ item: Int, _ name: LinkedName) -> String? {
    for value in values(item, name) {
      if let text = text(of: value) { return text }
    }
    return nil
  }

  /// A value as one line of text; of a thing its name. Nil when it is empty.
  func text(of value: LinkedValue) -> String? {
    switch value {
    case .text(let text): EmbeddedText.line(text)
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .node(let node): NodeValue.text(document, node)
    case .item(let index): itemName(index)
    }
  }

  /// A value as several lines of text, in which paragraphs are kept apart by a line feed.
  func lines(_ item: Int, _ name: LinkedName) -> String? {
    for value in values(item, name) {
      if case .text(let text) = value, let lines = EmbeddedText.lines(text) { return lines }
    }
    return nil
  }

  /// The element that carries the first value of a property.
  func node(_ item: Int, _ name: LinkedName) -> Int? {
    for case .node(let node) in values(item, name) { return node }
    return nil
  }

  /// The first value of a property as an absolute address, of a thing its `url` or `@id`.
  func url(_ item: Int, _ name: LinkedName) -> String? {
    for value in values(item, name) {
      if let url = url(of: value) { return url }
    }
    return nil
  }

  /// A value as an absolute address.
  func url(of value: LinkedValue) -> String? {
    switch value {
    case .text(let text): absolute(text)
    case .number: nil
    case .node(let node): NodeValue.address(document, node).flatMap(absolute)
    case .item(let index): itemURL(index)
    }
  }

  /// The address of a thing: `url`, else `@id`.
  func itemURL(_ index: Int) -> String? {
    for value in values(index, .url, .contentUrl) {
      if case .item = value { continue }
      if let url = url(of: value) { return url }
    }
    return items[index].id.flatMap(absolute)
  }

  private func itemName(_ index: Int) -> String? {
    for value in values(index, .name, .headline, .title) {
      if case .item = value { continue }
      if let text = text(of: value) { return text }
    }
    return nil
  }

  private func absolute(_ written: String) -> String? {
    guard !written.isEmpty, written.utf8.count <= 4096, !written.utf8.contains(UInt8(ascii: " ")) else { return nil }
    return page.resolving(written)?.description
  }
}
