internal import StetHTML
internal import StetModel
internal import StetYAML

/// YAML → profile, with the place of whatever does not fit.
enum ProfileYAML {
  static func profile(_ node: YAMLNode) throws(YAMLFault) -> SiteProfile {
    var profile = SiteProfile(name: "", hosts: [], rules: [:], removed: [], tests: [])
    for entry in try node.entries("the profile") {
      let (key, value) = (entry.key, entry.value)
      switch key.text {
      case "name": profile.name = try value.text("name")
      case "hosts": profile.hosts = try value.texts("hosts").map { ASCII.lowercased($0) }
      case "fields": profile.rules = try rules(value)
      case "remove":
        for element in value.elements { profile.removed.append(try selector(try element.text("remove"), element)) }
      case "test": profile.tests = try tests(value)
      default: throw key.unknown(among: ["name", "hosts", "fields", "remove", "test"])
      }
    }
    guard !profile.hosts.isEmpty else {
      throw YAMLFault("it names no host. Write for instance 'hosts: [example.org]'")
    }
    if profile.name.isEmpty { profile.name = profile.hosts[0] }
    return profile
  }

  // MARK: Parts

  private static func rules(_ node: YAMLNode) throws(YAMLFault) -> [ProfileField: [ProfileRule]] {
    var rules: [ProfileField: [ProfileRule]] = [:]
    for entry in try node.entries("fields") {
      guard let field = ProfileField(rawValue: entry.key.text) else {
        throw entry.key.unknown(among: ProfileField.allCases.map(\.rawValue))
      }
      for element in entry.value.elements { rules[field, default: []].append(try rule(element)) }
    }
    return rules
  }

  private static func rule(_ node: YAMLNode) throws(YAMLFault) -> ProfileRule {
    guard let entries = node.mapping else {
      return ProfileRule(selector: try selector(try node.text("a rule"), node))
    }
    var found: Selector?
    var attribute: String?
    for entry in entries {
      switch entry.key.text {
      case "select": found = try selector(try entry.value.text("select"), entry.value)
      case "attribute": attribute = ASCII.lowercased(try entry.value.text("attribute"))
      default: throw entry.key.unknown(among: ["select", "attribute"])
      }
    }
    guard let found else { throw node.fault("a rule needs 'select:' with a CSS selector") }
    return ProfileRule(selector: found, attribute: attribute)
  }

  private static func tests(_ node: YAMLNode) throws(YAMLFault) -> [ProfileTest] {
    guard let elements = node.sequence else { throw node.fault("'test' should be a list") }
    var tests: [ProfileTest] = []
    for element in elements {
      var test = ProfileTest(url: "", file: nil, expected: JSONObject())
      for entry in try element.entries("a test") {
        switch entry.key.text {
        case "url": test.url = try entry.value.text("url")
        case "file": test.file = try entry.value.text("file")
        case "expect":
          for field in try entry.value.entries("expect") { test.expected[field.key.text] = json(field.value) }
        default: throw entry.key.unknown(among: ["url", "file", "expect"])
        }
      }
      guard PageAddress(test.url) != nil else { throw element.fault("a test needs 'url:' with the page's address") }
      tests.append(test)
    }
    return tests
  }

  private static func selector(_ text: String, _ node: YAMLNode) throws(YAMLFault) -> Selector {
    do throws(SelectorError) {
      return try Selector(text)
    } catch {
      throw node.fault(error.description)
    }
  }

  private static func json(_ node: YAMLNode) -> JSONValue {
    switch node.content {
    case .sequence(let nodes): return .array(nodes.map(json))
    case .mapping(let entries):
      var object = JSONObject()
      for entry in entries { object[entry.key.text] = json(entry.value) }
      return .object(object)
    // A quoted scalar is a string, whatever it looks like.
    case .scalar(let text, isPlain: false): return .string(text)
    case .scalar(let text, isPlain: true):
      if let number = Double(text), text.contains(where: \.isNumber) { return .number(number) }
      switch text {
      case "true": return true
      case "false": return false
      case _ where node.isNull: return .null
      default: return .string(text)
      }
    }
  }
}
