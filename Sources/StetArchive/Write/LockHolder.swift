internal import Glibc
internal import StetModel

/// Who holds an archive's lock, as `state/lock` names it.
struct LockHolder: CustomStringConvertible {
  let processID: Int
  let since: Timestamp
  /// The machine; nil in a file of an older stet.
  let host: String?

  /// This process, from now on.
  static func here() -> LockHolder {
    LockHolder(
      processID: Int(getpid()), since: Timestamp(secondsSince1970: Int64(time(nil))), host: WARCFileName.thisHost())
  }

  /// Whom a lock file names; nil when it names nobody.
  static func read(_ path: String) -> LockHolder? {
    guard let bytes = try? FileReading.bytes(of: path), let json = try? JSONParser.parse(bytes),
      let processID = json["pid"]?.integer, let since = json["since"]?.string.flatMap(Timestamp.init)
    else { return nil }
    return LockHolder(processID: processID, since: since, host: json["host"]?.string)
  }

  /// Whether it is one of this machine.
  var isHere: Bool { host == nil || host == WARCFileName.thisHost() }

  /// `{"pid", "since", "host"?}`.
  var json: JSONValue {
    var object: JSONObject = ["pid": .number(Double(processID)), "since": .string(since.description)]
    object["host"] = host.map(JSONValue.string)
    return .object(object)
  }

  /// "pid 4121 on mill, since 2026-11-22T06:00:03Z, 5 minutes ago".
  var description: String {
    let machine = host.map { " on \($0)" } ?? ""
    let minutes = (Int64(time(nil)) - since.secondsSince1970) / 60
    // A clock that was set back says nothing about the age.
    let age = minutes < 0 ? "" : minutes < 120 ? ", \(minutes) min ago" : ", \(minutes / 60) h ago"
    return "pid \(processID)\(machine), since \(since)\(age)"
  }
}
