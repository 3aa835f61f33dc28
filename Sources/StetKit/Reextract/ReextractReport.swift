public import StetDiff
public import StetModel

/// What today's rules read otherwise in an archive, in bounded memory: counts, and the worst examples.
public struct ReextractReport: Sendable {
  /// One version that differs.
  public struct Example: Sendable, Hashable {
    /// The page.
    public let page: PageKey
    /// The version that was read again.
    public let version: Int
    /// What differs, or why it is worse or has failed.
    public let summary: String
    let weight: Int
  }

  /// How many examples are kept of each kind and field.
  public static let maximumExamples = 3

  /// How many versions came out in which way.
  public private(set) var counts: [ReextractOutcome.Kind: Int] = [:]
  /// In how many versions a field differs.
  public private(set) var fieldCounts: [RecordField: Int] = [:]
  /// The versions of a field that differ most, the worst first.
  public private(set) var fieldExamples: [RecordField: [Example]] = [:]
  /// The same of what is worse or has failed.
  public private(set) var troubles: [ReextractOutcome.Kind: [Example]] = [:]
  /// How many versions were written.
  public internal(set) var written = 0
  /// Whether somebody stopped it before the end.
  public internal(set) var isStopped = false

  /// The fields that differ, those of most versions first.
  public var fields: [RecordField] {
    RecordField.allCases.enumerated().filter { fieldCounts[$0.element] != nil }
      .sorted { (fieldCounts[$1.element] ?? 0, $0.offset) < (fieldCounts[$0.element] ?? 0, $1.offset) }.map(\.element)
  }

  /// How many versions came out in this way.
  public func count(_ kind: ReextractOutcome.Kind) -> Int { counts[kind] ?? 0 }

  mutating func note(_ outcome: ReextractOutcome) {
    counts[outcome.kind, default: 0] += 1
    let example = Example(
      page: outcome.page, version: outcome.version, summary: outcome.summary, weight: outcome.weight)
    for field in outcome.fields {
      fieldCounts[field, default: 0] += 1
      Self.keep(example, among: &fieldExamples[field, default: []])
    }
    if outcome.kind == .worse || outcome.kind == .failed {
      Self.keep(example, among: &troubles[outcome.kind, default: []])
    }
  }

  private static func keep(_ example: Example, among examples: inout [Example]) {
    let place = examples.firstIndex { $0.weight < example.weight } ?? examples.count
    guard place < maximumExamples else { return }
    examples.insert(example, at: place)
    if examples.count > maximumExamples { examples.removeLast() }
  }

  /// `{"rules", "versions": {kind: count}, "written", "stopped"?, "fields": [{"field", "versions", "examples": […]}],
  /// "worse"?: […], "failed"?: […]}`; an example is `{"page", "version", "summary"}`.
  public func json(rules: Digest) -> JSONValue {
    var versions = JSONObject()
    for kind in ReextractOutcome.Kind.allCases { versions[kind.rawValue] = .number(Double(count(kind))) }
    var object: JSONObject = [
      "rules": .string(rules.description), "versions": .object(versions), "written": .number(Double(written)),
    ]
    if isStopped { object["stopped"] = true }
    object["fields"] = .array(
      fields.map { field in
        .object([
          "field": .string(field.rawValue), "versions": .number(Double(fieldCounts[field] ?? 0)),
          "examples": Self.json(fieldExamples[field] ?? []),
        ])
      })
    for kind in [ReextractOutcome.Kind.worse, .failed] {
      object[kind.rawValue] = troubles[kind].map(Self.json)
    }
    return .object(object)
  }

  private static func json(_ examples: [Example]) -> JSONValue {
    .array(
      examples.map {
        .object([
          "page": .string($0.page.description), "version": .number(Double($0.version)), "summary": .string($0.summary),
        ])
      })
  }
}
