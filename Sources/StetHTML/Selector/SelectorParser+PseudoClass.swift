extension SelectorParser {
  /// `:name` or `:name(…)`. The input stands on the colon.
  mutating func pseudoClass() throws(SelectorError) -> [CompoundSelector.Condition] {
    input.next()
    let start = input.position
    if input.current == ":" {
      throw input.error("a page at rest has no pseudo-elements", remedy: "Remove '::' and what follows it.")
    }
    guard let name = try input.identifier()?.lowercased() else {
      throw input.error("the name of a pseudo-class should follow ':'", remedy: "Write ':first-child', say.")
    }
    if let conditions = Self.plain[name] {
      if input.current == "(" { throw input.error("':\(name)' takes no brackets", remedy: "Remove them.") }
      return conditions
    }
    guard Self.functions.contains(name) else {
      let known = (Self.plain.keys.sorted().map { ":" + $0 } + Self.functions.map { ":\($0)()" }).joined(separator: " ")
      throw input.error("':\(name)' is not known", remedy: "Known are \(known).", at: start)
    }
    guard input.current == "(" else {
      throw input.error("':\(name)' needs brackets", remedy: "Write ':\(name)(…)'.")
    }
    switch name {
    case "not": return [.matchesNone(try nested(isRelative: false))]
    case "is", "where": return [.matchesAny(try nested(isRelative: false))]
    case "has": return [.has(try nested(isRelative: true))]
    default:
      var position = try positions()
      position.isFromEnd = name.contains("last")
      position.isOfType = name.contains("type")
      return [.position(position)]
    }
  }

  private static let functions = [
    "has", "is", "not", "nth-child", "nth-last-child", "nth-last-of-type", "nth-of-type", "where",
  ]

  private static let plain: [String: [CompoundSelector.Condition]] = {
    func edge(ofType: Bool, fromEnd: Bool) -> CompoundSelector.Condition {
      .position(PositionCondition(step: 0, offset: 1, isOfType: ofType, isFromEnd: fromEnd))
    }
    return [
      "empty": [.empty], "root": [.root],
      "first-child": [edge(ofType: false, fromEnd: false)], "last-child": [edge(ofType: false, fromEnd: true)],
      "first-of-type": [edge(ofType: true, fromEnd: false)], "last-of-type": [edge(ofType: true, fromEnd: true)],
      "only-child": [edge(ofType: false, fromEnd: false), edge(ofType: false, fromEnd: true)],
      "only-of-type": [edge(ofType: true, fromEnd: false), edge(ofType: true, fromEnd: true)],
    ]
  }()

  // MARK: Positions

  /// `(2n + 1)`, `(odd)` and so on (CSS Syntax Level 3, 6, the An+B microsyntax).
  private mutating func positions() throws(SelectorError) -> PositionCondition {
    input.next()
    input.skipSpace()
    let start = input.position
    var text = ""
    while let character = input.current, character != ")" {
      text.append(character)
      input.next()
    }
    guard let position = Self.position(text.lowercased()) else {
      throw input.error(
        "'\(text)' is no position", remedy: "Write a number, 'odd', 'even' or a step such as '2n+1'.", at: start)
    }
    guard input.take(")") else { throw input.error("')' should stand here", remedy: "Close the bracket.") }
    return position
  }

  private static func position(_ text: String) -> PositionCondition? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let compact = words.joined()
    // White space may stand around the sign between step and offset only.
    for pair in zip(words, words.dropFirst()) {
      let isSigned = ["+", "-"].contains { pair.0 == $0 || pair.0.hasSuffix($0) || pair.1.hasPrefix($0) }
      if !isSigned || pair.0 == words.first && (pair.0 == "+" || pair.0 == "-") { return nil }
    }
    if compact == "odd" { return PositionCondition(step: 2, offset: 1) }
    if compact == "even" { return PositionCondition(step: 2, offset: 0) }
    guard let n = compact.firstIndex(of: "n") else { return number(compact).map { .init(step: 0, offset: $0) } }
    let step: Int?
    switch compact[..<n] {
    case "", "+": step = 1
    case "-": step = -1
    default: step = number(compact[..<n])
    }
    let rest = compact[compact.index(after: n)...]
    guard let step, rest.isEmpty || rest.hasPrefix("+") || rest.hasPrefix("-") else { return nil }
    return (rest.isEmpty ? 0 : number(rest)).map { .init(step: step, offset: $0) }
  }

  /// No page has more elements than nine digits can tell.
  private static func number(_ text: some StringProtocol) -> Int? { text.utf8.count <= 10 ? Int(text) : nil }
}
