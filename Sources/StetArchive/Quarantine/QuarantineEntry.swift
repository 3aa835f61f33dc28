public import StetModel

/// An observation that was set aside, as the visit log tells of it.
public struct QuarantineEntry: Sendable, Hashable {
  /// The page whose place it came in.
  public let page: ArchivedPage
  /// The visit that set it aside.
  public let visit: Visit
  /// The visit that accepted it later, as a version or as one that was there; nil while it is set aside.
  public let acceptance: Visit?

  /// Path of the observation below the archive's root.
  public var path: String { visit.quarantine ?? "" }

  /// Its name among the observations of its page: `20261122T060003Z`, or `…Z-2`.
  public var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? ""
    return file.hasSuffix(".json") ? String(file.dropLast(5)) : file
  }

  /// `{"page", "name", "at", "code"?, "reason", "digest", "path", "accepted"?}`.
  public var json: JSONValue {
    var object = JSONObject()
    object["page"] = .string(page.key.description)
    object["name"] = .string(name)
    object["at"] = .string(visit.at.description)
    object["code"] = visit.code.map(JSONValue.string)
    object["reason"] = visit.reason.map(JSONValue.string)
    object["digest"] = visit.digest.map { .string($0.description) }
    object["path"] = .string(path)
    object["accepted"] = acceptance?.version.map { .number(Double($0)) }
    return .object(object)
  }
}
