internal import StetHTML
internal import StetModel

/// Judges whether a link is a tag or a category, by what stands before its list, what its element is called, and what it
/// says itself.
struct TermJudge {
  private let document: HTMLDocument

  init(_ document: HTMLDocument) { self.document = document }

  func kind(of link: TermList.Link, in list: TermList) -> TermLink.Kind {
    if let heading = list.heading, !list.isMixed { return heading }
    if link.own == .category, RelTokens.contains("category", link.node, document) { return .category }
    if let label = link.label {
      let isTagAfterAll = label.isVague && link.own == .tag && TermLink.addressSaysTag(link.node, document)
      return isTagAfterAll ? .tag : label.kind
    }
    if list.isMixed { return link.own ?? .tag }
    // A list that is called one thing is that thing, whatever its addresses look like.
    return called(list) ?? link.own ?? .tag
  }

  /// What the list is called, when that is one thing only.
  private func called(_ list: TermList) -> TermLink.Kind? {
    if list.called == .category { return .category }
    guard list.called == .tag else { return nil }
    // Anything may be a "label", addresses of categories too.
    return list.categoryVotes > 0 && !isCalledTags(list.holder) ? nil : .tag
  }

  private func isCalledTags(_ node: Int) -> Bool {
    document.attributeRange(node).contains { index in
      let attribute = document.attributes[index]
      guard attribute.name == .class || attribute.name == .id else { return false }
      return ByteSearch.findIgnoringCase("label", in: document.values[attribute.value.indices]) == nil
        || ByteSearch.findIgnoringCase("tag", in: document.values[attribute.value.indices]) != nil
    }
  }
}
