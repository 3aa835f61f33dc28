internal import StetModel

/// People and organisations of a graph.
struct LinkedPersonReader {
  private let graph: LinkedGraph

  init(_ graph: LinkedGraph) { self.graph = graph }

  /// The authors of an article, in the order written, each name once.
  func authors(of index: Int) -> [LinkedPerson] {
    var authors: [LinkedPerson] = []
    for value in graph.values(index, .author, .creator).prefix(64) {
      for person in people(value) where !authors.contains(where: { $0.name == person.name }) {
        authors.append(person)
      }
    }
    return authors
  }

  /// Every person of the graph who has a name.
  func persons() -> [LinkedPerson] {
    graph.items.indices.lazy.filter { graph.items[$0].isA("Person") }.prefix(256).flatMap { people(.item($0)) }
  }

  private func people(_ value: LinkedValue) -> [LinkedPerson] {
    guard let written = graph.text(of: value) else { return [] }
    // A whole author box marked as the author holds more than names.
    if case .node = value, written.utf8.count > 200 { return [] }
    guard case .item(let index) = value else {
      return names(written).map { LinkedPerson(name: $0, url: link(value)) }
    }
    let description = graph.text(index, .description)
    let url = graph.url(index, .url) ?? graph.url(index, .sameAs)
    let isOrganization = graph.items[index].types.contains { $0.hasSuffix("Organization") || $0 == "Corporation" }
    if isOrganization { return [LinkedPerson(name: written, url: url, description: description, isOrganization: true)] }
    let names = names(written)
    return names.map {
      LinkedPerson(name: $0, url: names.count == 1 ? url : nil, description: names.count == 1 ? description : nil)
    }
  }

  private func link(_ value: LinkedValue) -> String? {
    if case .node = value { return graph.url(of: value) }
    return nil
  }

  private func names(_ written: String) -> [String] { BylineReader.creditedNames(from: written) }
}
