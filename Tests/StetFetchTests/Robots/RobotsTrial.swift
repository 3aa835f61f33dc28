import StetFetch
import StetModel
import Testing

/// A robots.txt of a host, and what it says about paths there.
struct RobotsTrial {
  let rules: RobotsRules

  init(_ text: String) { rules = RobotsRules(Array(text.utf8)) }
  init(bytes: [UInt8]) { rules = RobotsRules(bytes) }

  /// The verdict for a path and query on https://example.com.
  func verdict(_ path: String, agent: String = "stet") throws -> RobotsVerdict {
    rules.verdict(for: try #require(PageAddress("https://example.com\(path)")), agent: agent)
  }

  func allows(_ path: String, agent: String = "stet") throws -> Bool { try verdict(path, agent: agent).isAllowed }

  /// Whether a single Disallow line with this value refuses a path.
  static func refuses(_ value: String, _ path: String) throws -> Bool {
    try !RobotsTrial("User-agent: *\nDisallow: \(value)\n").allows(path)
  }
}
