internal import Yams

extension YAMLNode {
  /// How many values a file may have, those that an alias repeats counted each time: a few aliases of aliases are
  /// billions of values.
  private static let maximumCount = 200_000

  /// Reads a file of one document.
  /// - Returns: nil when nothing is in it.
  /// - Throws: `YAMLFault` when it is not YAML, a key comes twice, or there are more than 200,000 values.
  public static func read(_ text: String) throws(YAMLFault) -> YAMLNode? {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw fault(of: error)
    } catch {
      throw YAMLFault("it is not YAML. Write 'key: value' lines")
    }
    guard let node else { return nil }
    var left = maximumCount
    return try YAMLNode(node, &left)
  }

  private init(_ node: Node, _ left: inout Int) throws(YAMLFault) {
    (line, column) = (node.mark?.line, node.mark?.column)
    left -= 1
    guard left > 0 else {
      throw YAMLFault(line: line, column: column, "there are more than \(Self.maximumCount) values. Use fewer aliases")
    }
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
    case .sequence(let sequence):
      var nodes: [YAMLNode] = []
      for element in sequence { nodes.append(try YAMLNode(element, &left)) }
      content = .sequence(nodes)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping {
        guard let text = key.string else {
          throw YAMLFault(line: key.mark?.line, column: key.mark?.column, "a key should be a word. Write 'word: value'")
        }
        let key = YAMLKey(text: text, line: key.mark?.line, column: key.mark?.column)
        entries.append(Entry(key: key, value: try YAMLNode(value, &left)))
      }
      content = .mapping(entries)
    case .alias:
      // Yams puts the value in its place.
      content = .scalar("", isPlain: true)
    }
  }

  private static func fault(of error: YamlError) -> YAMLFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      YAMLFault(line: mark.line, column: mark.column, "it is not YAML: \(words(of: problem))")
    case .duplicatedKeysInMapping(let keys, let context):
      YAMLFault(
        line: context.mark.line, column: context.mark.column,
        "the same key stands twice: \(keys.map { "'\($0)'" }.joined(separator: ", ")). Take one of them out")
    case .reader(let problem, _, _, _): YAMLFault("it is not YAML: \(words(of: problem))")
    default: YAMLFault("it is not YAML: it cannot be read. Write it as UTF-8 text")
    }
  }

  /// What the library says, with what to do.
  private static func words(of problem: String) -> String {
    problem.hasPrefix("Maximum nesting level")
      ? "lists and keys are nested too deeply. Nest them less"
      : "\(problem). Mend what stands here or just before: brackets, quotes, indentation"
  }
}
