internal import StetHTML
internal import StetModel
internal import Yams

/// YAML nodes → profile, with the line of whatever does not fit.
struct ProfileYAML {
  let path: String

  func profile(_ node: Node) throws(ProfileError) -> SiteProfile {
    var profile = SiteProfile(name: "", hosts: [], rules: [:], removed: [], tests: [])
    for (key, value) in try pairs(node, "the profile") {
      switch key.text {
      case "name": profile.name = try scalar(value, "name")
      case "hosts": profile.hosts = try scalars(value, "hosts").map { ASCII.lowercased($0) }
      case "fields": profile.rules = try rules(value)
      case "remove":
        for text in try scalars(value, "remove") { profile.removed.append(try selector(text, value)) }
      case "test": profile.tests = try tests(value)
      default: throw unknown(key, among: ["name", "hosts", "fields", "remove", "test"])
      }
    }
    guard !profile.hosts.isEmpty else {
      throw ProfileError(path: path, "it names no host. Write for instance 'hosts: [example.org]'")
    }
    if profile.name.isEmpty { profile.name = profile.hosts[0] }
    return profile
  }

  // MARK: Parts

  private func rules(_ node: Node) throws(ProfileError) -> [ProfileField: [ProfileRule]] {
    var rules: [ProfileField: [ProfileRule]] = [:]
    for (key, value) in try pairs(node, "fields") {
      guard let field = ProfileField(rawValue: key.text) else {
        throw unknown(key, among: ProfileField.allCases.map(\.rawValue))
      }
      let entries: [Node] = value.sequence.map(Array.init) ?? [value]
      for entry in entries { rules[field, default: []].append(try rule(entry)) }
    }
    return rules
  }

  private func rule(_ node: Node) throws(ProfileError) -> ProfileRule {
    if node.mapping == nil { return ProfileRule(selector: try selector(try scalar(node, "a rule"), node)) }
    var found: Selector?
    var attribute: String?
    for (key, value) in try pairs(node, "a rule") {
      switch key.text {
      case "select": found = try selector(try scalar(value, "select"), value)
      case "attribute": attribute = ASCII.lowercased(try scalar(value, "attribute"))
      default: throw unknown(key, among: ["select", "attribute"])
      }
    }
    guard let found else { throw error(node, "a rule needs 'select:' with a CSS selector") }
    return ProfileRule(selector: found, attribute: attribute)
  }

  private func tests(_ node: Node) throws(ProfileError) -> [ProfileTest] {
    guard let entries = node.sequence else { throw error(node, "'test' should be a list") }
    var tests: [ProfileTest] = []
    for entry in entries {
      var test = ProfileTest(url: "", file: nil, expected: JSONObject())
      for (key, value) in try pairs(entry, "a test") {
        switch key.text {
        case "url": test.url = try scalar(value, "url")
        case "file": test.file = try scalar(value, "file")
        case "expect":
          for (field, expected) in try pairs(value, "expect") { test.expected[field.text] = json(expected) }
        default: throw unknown(key, among: ["url", "file", "expect"])
        }
      }
      guard PageAddress(test.url) != nil else { throw error(entry, "a test needs 'url:' with the page's address") }
      tests.append(test)
    }
    return tests
  }

  private func selector(_ text: String, _ node: Node) throws(ProfileError) -> Selector {
    do throws(SelectorError) {
      return try Selector(text)
    } catch {
      throw self.error(node, error.description)
    }
  }

  private func json(_ node: Node) -> JSONValue {
    if let sequence = node.sequence { return .array(sequence.map(json)) }
    if let mapping = node.mapping {
      var object = JSONObject()
      for (key, value) in mapping { object[key.string ?? ""] = json(value) }
      return .object(object)
    }
    let text = node.string ?? ""
    // A quoted scalar is a string, whatever it looks like.
    if case .scalar(let scalar) = node, scalar.style != .plain && scalar.style != .any { return .string(text) }
    if let number = Double(text), text.contains(where: \.isNumber) { return .number(number) }
    switch text {
    case "true": return true
    case "false": return false
    case "null", "~", "": return .null
    default: return .string(text)
    }
  }

  // MARK: Nodes

  private struct Key {
    let text: String
    let node: Node
  }

  private func pairs(_ node: Node, _ what: String) throws(ProfileError) -> [(Key, Node)] {
    guard let mapping = node.mapping else { throw error(node, "\(what) should be keys with values ('key: value')") }
    var pairs: [(Key, Node)] = []
    for (key, value) in mapping {
      guard let text = key.string else { throw error(key, "a key should be a word") }
      pairs.append((Key(text: text, node: key), value))
    }
    return pairs
  }

  private func scalar(_ node: Node, _ what: String) throws(ProfileError) -> String {
    guard node.sequence == nil, node.mapping == nil, let text = node.string, !text.isEmpty else {
      throw error(node, "'\(what)' should be a text")
    }
    return text
  }

  private func scalars(_ node: Node, _ what: String) throws(ProfileError) -> [String] {
    guard let sequence = node.sequence else { return [try scalar(node, what)] }
    var texts: [String] = []
    for entry in sequence { texts.append(try scalar(entry, what)) }
    return texts
  }

  private func unknown(_ key: Key, among known: [String]) -> ProfileError {
    let nearest = known.min { EditDistance.between($0, key.text) < EditDistance.between($1, key.text) } ?? ""
    return error(
      key.node, "there is no key '\(key.text)'. Did you mean '\(nearest)'? Known are: \(known.joined(separator: ", "))")
  }

  private func error(_ node: Node, _ message: String) -> ProfileError {
    ProfileError(path: path, line: node.mark?.line, message)
  }

  static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }

  static func reason(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    default: "it cannot be read"
    }
  }
}
