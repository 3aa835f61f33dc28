internal import StetHTML
internal import StetModel

/// JSON-LD scripts → graph (JSON-LD 1.1, as far as publishers use it: no remote contexts, no framing).
struct JSONLDReader {
  private(set) var graph: LinkedGraph

  /// Reads every `<script type="application/ld+json">` of a page.
  init(_ document: HTMLDocument, page: PageAddress) {
    graph = LinkedGraph(.jsonLD, document: document, page: page)
    let nodes = document.nodes
    let all = nodes.span
    for node in all.indices where all[node].tag == .script && Self.isJSONLD(document, node) {
      guard let content = document.rawContent(node) else { continue }
      let bytes = Array(document.values[content.indices])
      if bytes.allSatisfy(ASCII.isSpace) { continue }
      guard !graph.isFull, let value = Self.parse(bytes) else { continue }
      add(value, parent: nil, role: nil, isForeign: false)
    }
    mergeByID()
  }

  private static func isJSONLD(_ document: HTMLDocument, _ node: Int) -> Bool {
    guard let type = document.value(node, .type) else {
      // Some templates lose the type; a script that begins like this can be nothing else.
      guard document.attributeRange(node).isEmpty, let content = document.rawContent(node) else { return false }
      return document.values[content.indices].starts(with: #"{"@context""#.utf8)
    }
    let bytes = document.values[type.indices].drop(while: ASCII.isSpace)
    return bytes.count >= 19 && zip(bytes, "application/ld+json".utf8).allSatisfy { ASCII.lowercased($0) == $1 }
  }

  private static func parse(_ bytes: [UInt8]) -> JSONValue? {
    if let value = try? JSONParser.parse(bytes, leniency: .repair) {
      // A document that was encoded twice.
      if let text = value.string { return try? JSONParser.parse(text, leniency: .repair) }
      return value
    }
    // Content management systems that escape the whole script: {&quot;@context&quot;: …
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.prefix(64).contains(UInt8(ascii: "&")), let unescaped = EmbeddedText.line(text) else { return nil }
    return try? JSONParser.parse(unescaped, leniency: .repair)
  }

  /// Adds the things in a value and returns what the value is to its parent.
  private mutating func add(_ value: JSONValue, parent: Int?, role: LinkedName?, isForeign: Bool) {
    switch value {
    case .array(let elements):
      for element in elements { add(element, parent: parent, role: role, isForeign: isForeign) }
    case .object(let object): addObject(object, parent: parent, role: role, isForeign: isForeign)
    case .string(let text): attach(.text(text), to: parent, as: role)
    case .number(let number): attach(.number(number), to: parent, as: role)
    case .bool(let flag):
      // "mainEntityOfPage": true says that this very page is meant.
      if flag, role == .mainEntityOfPage { attach(.text(graph.page.description), to: parent, as: role) }
    case .null: break
    }
  }

  private func isContainer(_ object: JSONObject) -> Bool {
    object["@graph"] != nil && object["@type"] == nil
  }

  private mutating func addObject(_ object: JSONObject, parent: Int?, role: LinkedName?, isForeign: Bool) {
    if let literal = object["@value"] { return add(literal, parent: parent, role: role, isForeign: isForeign) }
    if let list = object["@list"] ?? object["@set"] {
      return add(list, parent: parent, role: role, isForeign: isForeign)
    }
    if isContainer(object) {
      for member in object.members where member.name == "@graph" {
        add(member.value, parent: parent, role: role, isForeign: isForeign)
      }
      return
    }
    guard !graph.isFull else { return }
    let index = graph.items.count
    var item = LinkedItem(types: Self.types(object["@type"]), id: object["@id"]?.string)
    item.parent = parent
    item.role = role
    item.hasForeignRole = isForeign
    graph.items.append(item)
    attach(.item(index), to: parent, as: role)
    for member in object.members where !member.name.hasPrefix("@") {
      let name = LinkedName(member.name)
      // What stands under a name that is not read may still be referred to by @id.
      if name == nil, member.value.object == nil, member.value.array == nil { continue }
      add(member.value, parent: index, role: name, isForeign: name == nil)
    }
    if let members = object["@graph"] { add(members, parent: nil, role: nil, isForeign: false) }
  }

  private mutating func attach(_ value: LinkedValue, to parent: Int?, as role: LinkedName?) {
    if let parent, let role { graph.items[parent].properties.append((role, value)) }
  }

  private static func types(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let type): [LinkedItem.typeName(type)]
    case .array(let types): types.prefix(16).compactMap(\.string).map { LinkedItem.typeName($0) }
    default: []
    }
  }

  // MARK: References

  /// Joins the parts of things that share an `@id`, so that a reference leads to all that is said of it.
  private mutating func mergeByID() {
    var groups: [String: [Int]] = [:]
    for index in graph.items.indices {
      if let id = graph.items[index].id, !id.isEmpty { groups[id, default: []].append(index) }
    }
    var replacement: [Int: Int] = [:]
    for members in groups.values where members.count > 1 {
      let fullest = fullest(of: members)
      for index in members {
        let types = graph.items[index].types
        if let target = fullest[types.isEmpty ? nil : types], target != index { replacement[index] = target }
      }
    }
    guard !replacement.isEmpty else { return }
    // In the order written: what is said first counts.
    for (index, target) in replacement.sorted(by: { $0.key < $1.key }) {
      merge(index, into: target)
    }
    for index in graph.items.indices {
      for (place, property) in graph.items[index].properties.enumerated() {
        if case .item(let other) = property.value, let target = replacement[other] {
          graph.items[index].properties[place].value = .item(target)
        }
      }
    }
  }

  /// The fullest thing of each type, and under nil the fullest of all, to which a bare reference leads. Publishers give
  /// the page's address as `@id` to the page and to the article on it; those stay apart.
  private func fullest(of members: [Int]) -> [[String]?: Int] {
    var fullest: [[String]?: Int] = [:]
    for index in members {
      let item = graph.items[index]
      for key in [nil, item.types.isEmpty ? nil : item.types] {
        if let other = fullest[key], graph.items[other].properties.count >= item.properties.count { continue }
        fullest[key] = index
      }
    }
    return fullest
  }

  private mutating func merge(_ index: Int, into target: Int) {
    let known = Set(graph.items[target].properties.map(\.name))
    for property in graph.items[index].properties where !known.contains(property.name) {
      graph.items[target].properties.append(property)
    }
    // A thing that is said of at the top is a thing of the page, wherever else it is referred to.
    if graph.items[index].parent == nil {
      graph.items[target].parent = nil
      graph.items[target].role = nil
      graph.items[target].hasForeignRole = false
    }
    graph.items[index].properties = []
    graph.items[index].types = []
  }
}
