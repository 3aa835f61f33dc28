internal import StetModel

extension HostState {
  /// The members of the host's line, without `host`.
  var members: JSONObject {
    var object = JSONObject()
    object["lastRequest"] = lastRequest.map { .string($0.description) }
    object["delay"] = delay.map { .number(Double($0.components.seconds) + Double($0.components.attoseconds) / 1e18) }
    object["notBefore"] = notBefore.map { .string($0.description) }
    object["failingSince"] = failingSince.map { .string($0.description) }
    if failures > 0 { object["failures"] = .number(Double(failures)) }
    if !robots.isEmpty {
      let members = robots.sorted { $0.key < $1.key }.map { JSONObject.Member(name: $0.key, value: $0.value.json) }
      object["robots"] = .object(JSONObject(members))
    }
    return object
  }

  /// Reads a host's line.
  init(json: JSONValue) throws(JSONShapeError) {
    self.init()
    lastRequest = try Self.moment("lastRequest", json)
    notBefore = try Self.moment("notBefore", json)
    failingSince = try Self.moment("failingSince", json)
    if let value = json["delay"] {
      guard let seconds = value.number, (0...Self.longestDelay).contains(seconds) else {
        throw JSONShapeError(path: "delay", expected: "a number of seconds")
      }
      delay = .milliseconds(Int((seconds * 1000).rounded()))
    }
    if let value = json["failures"] {
      guard let count = value.integer, count >= 0 else {
        throw JSONShapeError(path: "failures", expected: "a count")
      }
      failures = count
    }
    for member in json["robots"]?.object?.members ?? [] {
      do throws(JSONShapeError) { robots[member.name] = try RobotsState(json: member.value) } catch {
        throw JSONShapeError(path: "robots.\(member.name).\(error.path)", expected: error.expected)
      }
    }
  }

  private static let longestDelay = 1e9

  private static func moment(_ name: String, _ json: JSONValue) throws(JSONShapeError) -> Timestamp? {
    guard let value = json[name] else { return nil }
    guard let moment = value.string.flatMap(Timestamp.init) else {
      throw JSONShapeError(path: name, expected: "a moment")
    }
    return moment
  }
}
