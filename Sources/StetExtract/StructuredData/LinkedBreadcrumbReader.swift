internal import StetModel

/// The breadcrumb of a graph.
struct LinkedBreadcrumbReader {
  private let graph: LinkedGraph

  init(_ graph: LinkedGraph) { self.graph = graph }

  /// The steps of the first list that has at least two of them, else of the first list, from the top.
  func breadcrumb() -> [Term] {
    var first: [Term] = []
    for index in graph.items.indices where graph.items[index].isA("BreadcrumbList") {
      let terms = steps(of: index)
      if terms.count > 1 { return terms }
      if first.isEmpty { first = terms }
    }
    return first.isEmpty ? oldSteps() : first
  }

  private func steps(of list: Int) -> [Term] {
    var steps: [(position: Int, term: Term)] = []
    for (order, value) in graph.values(list, .itemListElement).prefix(64).enumerated() {
      guard case .item(let step) = value else { continue }
      let linked = graph.values(step, .item).first
      guard let name = graph.text(step, .name) ?? linked.flatMap(name(of:)) else { continue }
      let url = linked.flatMap { graph.url(of: $0) } ?? graph.url(step, .url)
      let position = graph.text(step, .position).flatMap { Int($0) } ?? order + 1
      steps.append((position, Term(name: name, url: url)))
    }
    // Positions may repeat or lack: a stable order keeps the written one then.
    return steps.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element.term)
  }

  /// The words of a linked step; a bare address in JSON is none.
  private func name(of value: LinkedValue) -> String? {
    if case .text = value { return nil }
    return graph.text(of: value)
  }

  /// data-vocabulary.org/Breadcrumb: one thing a step, one inside the other or side by side.
  private func oldSteps() -> [Term] {
    graph.items.indices.filter { graph.items[$0].isA("Breadcrumb") }.prefix(64).compactMap { step in
      (graph.text(step, .title) ?? graph.text(step, .name)).map { Term(name: $0, url: graph.url(step, .url)) }
    }
  }
}
