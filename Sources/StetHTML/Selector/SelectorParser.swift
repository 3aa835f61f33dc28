/// Reads selectors; see `Selector` for what is known.
struct SelectorParser {
  /// How deep selectors may stand in one another.
  private static let maximumNesting = 16

  var input: SelectorInput
  private var nesting = 0

  init(_ text: String) { input = SelectorInput(text) }

  /// The whole text as a list of selectors.
  mutating func parse() throws(SelectorError) -> [ComplexSelector] {
    let list = try list(isRelative: false)
    if let character = input.current {
      throw input.error(
        "'\(character)' is not expected", remedy: character == ")" ? "Remove it, or open the bracket." : "Remove it.")
    }
    return list
  }

  private mutating func list(isRelative: Bool) throws(SelectorError) -> [ComplexSelector] {
    var list = [try complex(isRelative: isRelative, after: nil)]
    while input.take(",") { list.append(try complex(isRelative: isRelative, after: ",")) }
    return list
  }

  private mutating func complex(
    isRelative: Bool, after previous: Character?
  ) throws(SelectorError) -> ComplexSelector {
    input.skipSpace()
    var leading: ComplexSelector.Combinator?
    var before = previous
    if isRelative, let (combinator, sign) = explicitCombinator() {
      leading = combinator
      before = sign
    }
    var selector = ComplexSelector(first: try compound(after: before))
    if let leading { selector.leading = leading }
    while true {
      let hasSpace = input.skipSpace()
      if let (combinator, sign) = explicitCombinator() {
        selector.steps.append(.init(combinator: combinator, compound: try compound(after: sign)))
      } else if hasSpace, let character = input.current, character != ",", character != ")" {
        selector.steps.append(.init(combinator: .descendant, compound: try compound(after: nil)))
      } else {
        return selector
      }
    }
  }

  private mutating func explicitCombinator() -> (ComplexSelector.Combinator, Character)? {
    let combinator: ComplexSelector.Combinator
    switch input.current {
    case ">": combinator = .child
    case "+": combinator = .nextSibling
    case "~": combinator = .subsequentSibling
    default: return nil
    }
    let sign = input.next()
    input.skipSpace()
    return sign.map { (combinator, $0) }
  }

  // MARK: One element

  private mutating func compound(after previous: Character?) throws(SelectorError) -> CompoundSelector {
    var compound = CompoundSelector()
    let start = input.position
    if !input.take("*"), let name = try input.identifier() {
      let lowercased = name.lowercased()
      compound.element = Self.tags[lowercased].map { .known($0) } ?? .other(lowercased)
    }
    if input.current == "|" {
      throw input.error("namespaces are not known here", remedy: "Write the name of the element alone.")
    }
    while true {
      input.skipComments()
      switch input.current {
      case ".":
        input.next()
        compound.conditions.append(.class(Array(try name("a class name", after: ".").utf8)))
      case "#":
        input.next()
        compound.conditions.append(.id(Array(try name("an id", after: "#").utf8)))
      case "[": compound.conditions.append(.attribute(try attribute()))
      case ":": compound.conditions += try pseudoClass()
      default:
        if input.position > start { return compound }
        throw missing(after: previous)
      }
    }
  }

  private func missing(after previous: Character?) -> SelectorError {
    let remedy = "Write an element, '.class', '#id', '[attribute]' or ':pseudo-class'."
    if let previous { return input.error("a selector should follow '\(previous)'", remedy: remedy) }
    guard let character = input.current else { return input.error("there is no selector", remedy: remedy) }
    return input.error("'\(character)' does not start a selector", remedy: remedy)
  }

  private mutating func name(_ what: String, after sign: Character) throws(SelectorError) -> String {
    if let name = try input.identifier() { return name }
    let remedy =
      if let digit = input.current, let value = digit.asciiValue, digit.isNumber {
        "Escape a leading digit: '\(sign)\\\(String(value, radix: 16)) '."
      } else {
        "Write '\(sign)name'."
      }
    throw input.error("\(what) should follow '\(sign)'", remedy: remedy)
  }

  private mutating func attribute() throws(SelectorError) -> AttributeCondition {
    let start = input.position
    input.next()
    input.skipSpace()
    guard let name = try input.identifier()?.lowercased() else {
      throw input.error("an attribute's name should follow '['", remedy: "Write '[name]'.")
    }
    var condition = AttributeCondition(name: name, known: Self.attributes[name] ?? .other)
    input.skipSpace()
    if input.take("]") { return condition }
    condition.comparison = try comparison()
    input.skipSpace()
    let quoted = try input.string()
    guard let value = try quoted == nil ? input.identifier() : quoted else {
      throw input.error("a value should follow here", remedy: "Put the value in quotes: '[\(name)=\"value\"]'.")
    }
    condition.value = Array(value.utf8)
    input.skipSpace()
    if input.take("i") || input.take("I") {
      condition.ignoresCase = true
    } else if input.take("s") || input.take("S") {
      condition.ignoresCase = false
    }
    input.skipSpace()
    guard input.take("]") else {
      throw input.current == nil
        ? input.error("this '[' is never closed", remedy: "Close it with ']'.", at: start)
        : input.error("']' should follow the value", remedy: "Put the value in quotes, or close it with ']'.")
    }
    return condition
  }

  private mutating func comparison() throws(SelectorError) -> AttributeCondition.Comparison {
    let start = input.position
    let comparison: AttributeCondition.Comparison
    switch input.current {
    case "=": comparison = .equals
    case "~": comparison = .hasWord
    case "|": comparison = .hasLanguage
    case "^": comparison = .hasPrefix
    case "$": comparison = .hasSuffix
    case "*": comparison = .contains
    case nil: throw input.error("this '[' is never closed", remedy: "Close it with ']'.")
    default: throw input.error("an operator or ']' should stand here", remedy: "Use =, ~=, |=, ^=, $= or *=.")
    }
    if comparison != .equals { input.next() }
    guard input.take("=") else {
      throw input.error("'=' is missing", remedy: "Use =, ~=, |=, ^=, $= or *=.", at: start)
    }
    return comparison
  }

  // MARK: Nested

  /// The selectors between the brackets of `:not()` and its like. The input stands on the opening bracket.
  mutating func nested(isRelative: Bool) throws(SelectorError) -> [ComplexSelector] {
    let start = input.position
    guard nesting < Self.maximumNesting else {
      throw input.error("selectors stand in one another too deep", remedy: "At most \(Self.maximumNesting) levels.")
    }
    nesting += 1
    defer { nesting -= 1 }
    input.next()
    let list = try list(isRelative: isRelative)
    input.skipSpace()
    guard input.take(")") else {
      throw input.current == nil
        ? input.error("this '(' is never closed", remedy: "Close it with ')'.", at: start)
        : input.error("')' should stand here", remedy: "Close the bracket.")
    }
    return list
  }

  private static let tags = Dictionary(
    uniqueKeysWithValues: Tag.allCases.filter { !$0.name.isEmpty }.map { ($0.name, $0) })
  private static let attributes = Dictionary(
    uniqueKeysWithValues: AttributeName.allCases.filter { $0 != .other }.map { ($0.name, $0) })
}
