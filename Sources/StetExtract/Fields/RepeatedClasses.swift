internal import StetHTML
internal import StetModel

/// Classes that several lists of terms carry, as the teasers of other pages do.
struct RepeatedClasses {
  private let document: HTMLDocument
  /// By class: the first term of each list.
  private var firsts: [ArraySlice<UInt8>: [UInt64?]] = [:]

  init(_ lists: [TermList], _ document: HTMLDocument) {
    self.document = document
    for list in lists {
      guard let name = name(list.holder), name.count > 2, let first = list.links.first else { continue }
      let key = PageKeywords.key(document.text[document.textRange(first.node)])
      firsts[name, default: []].append(list.links.count < 4 ? key : nil)
    }
  }

  /// Whether three lists or more carry an element's class.
  func areMany(_ holder: Int) -> Bool { name(holder).flatMap { firsts[$0] }?.count ?? 0 > 2 }

  /// Whether they do, and three of them or more are short and different.
  func haveOwnTerms(_ holder: Int) -> Bool {
    Set(name(holder).flatMap { firsts[$0] }?.compactMap(\.self) ?? []).count > 2
  }

  private func name(_ node: Int) -> ArraySlice<UInt8>? {
    document.value(node, .class).map { document.values[$0.indices] }
  }
}
