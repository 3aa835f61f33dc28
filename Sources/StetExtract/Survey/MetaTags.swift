internal import StetHTML
internal import StetModel

/// The `<meta>` elements of a page, by name, property, itemprop or http-equiv.
struct MetaTags {
  private struct Entry {
    let name: [UInt8]
    let value: ByteRange
  }

  private let document: HTMLDocument
  private var entries: [Entry] = []

  init(_ document: HTMLDocument, nodes: [Int]) {
    self.document = document
    for node in nodes {
      guard let content = document.value(node, .content), content.count > 0 else { continue }
      for attribute in [AttributeName.name, .property, .itemprop, .httpEquiv] {
        guard let name = document.value(node, attribute), name.count < 64 else { continue }
        entries.append(Entry(name: document.values[name.indices].map { ASCII.lowercased($0) }, value: content))
      }
    }
  }

  /// The first non-empty content under one of these names (lower case), in the order of the names.
  func first(_ names: String...) -> (value: String, name: String)? {
    for name in names {
      if let value = all(name).first { return (value, name) }
    }
    return nil
  }

  /// All non-empty contents under a name (lower case), white space collapsed.
  func all(_ name: String) -> [String] {
    entries.lazy.filter { $0.name.count == name.utf8.count && $0.name.elementsEqual(name.utf8) }
      .map { text($0.value) }
      .filter { !$0.isEmpty }
  }

  /// Names that contain a word (lower case), and their contents.
  func entries(containing word: StaticString) -> [(name: String, value: String)] {
    entries.filter { ByteSearch.contains(word, in: $0.name[...]) }
      .map { (String(decoding: $0.name, as: UTF8.self), text($0.value)) }
  }

  /// White space collapsed; character references that were escaped twice ("&amp;#8211;") resolved.
  private func text(_ value: ByteRange) -> String {
    ReadingText.normalized(CharacterReference.resolved(document.string(value)))
  }
}
