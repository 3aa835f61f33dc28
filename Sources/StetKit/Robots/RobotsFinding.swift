public import StetFetch
public import StetModel

/// What a robots.txt says about an address.
public struct RobotsFinding: Sendable, Hashable {
  /// The address that was asked about.
  public let address: PageAddress
  /// The robots.txt that it is subject to; the path of a file that was read in its place.
  public let source: String
  /// The name by which rules were looked for.
  public let agent: String
  /// Whether it may be fetched, and why.
  public let verdict: RobotsVerdict
  /// The sitemaps that the file names.
  public let sitemaps: [PageAddress]

  /// `{"url","robots","agent","allowed","basis","rule"?,"group"?,"status"?,"trouble"?,"crawlDelay"?,"lastSeen"?,"sitemaps"?}`.
  public var json: JSONValue {
    var object: JSONObject = [
      "url": .string(address.description), "robots": .string(source), "agent": .string(agent),
      "allowed": .bool(verdict.isAllowed), "basis": .string(basis.name),
    ]
    if case .rule(let line) = verdict.basis { object["rule"] = Self.json(line) }
    object["group"] = verdict.group.map(Self.json)
    object["status"] = basis.status.map { .number(Double($0)) }
    object["trouble"] = basis.trouble.map(JSONValue.string)
    object["crawlDelay"] = verdict.crawlDelay.map {
      .number(Double($0.components.seconds) + Double($0.components.attoseconds) / 1e18)
    }
    object["lastSeen"] = verdict.lastSeen.map { .string($0.description) }
    if !sitemaps.isEmpty { object["sitemaps"] = .strings(sitemaps.map(\.description)) }
    return .object(object)
  }

  private var basis: (name: String, status: Int?, trouble: String?) {
    switch verdict.basis {
    case .rule: ("rule", nil, nil)
    case .noRule: ("no-rule", nil, nil)
    case .noGroup: ("no-group", nil, nil)
    case .robotsFile: ("robots-file", nil, nil)
    case .noFile(let status): ("no-file", status, nil)
    case .tooManyRedirects: ("too-many-redirects", nil, nil)
    case .unreachable(.status(let status)): ("unreachable", status, nil)
    case .unreachable(.fetch(let code)): ("unreachable", nil, code.rawValue)
    }
  }

  private static func json(_ line: RobotsLine) -> JSONValue {
    .object(["text": .string(line.text), "line": .number(Double(line.number))])
  }
}
