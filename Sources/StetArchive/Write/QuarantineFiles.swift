internal import StetModel

/// Names in a page's quarantine folder: `20261122T060003Z.json` and, beside it, the body as `….body`.
enum QuarantineFiles {
  /// The name of an observation without its suffix; a second one in the same second has `-2`.
  static func stem(_ at: Timestamp, attempt: Int) -> String {
    let digits = at.description.filter { $0 != "-" && $0 != ":" }
    return attempt == 1 ? digits : "\(digits)-\(attempt)"
  }

  /// The observation's own path and that of its body.
  static func paths(ofObservation path: String) -> [String] {
    path.hasSuffix(".json") ? [path, path.dropLast(5) + ".body"] : [path]
  }

  /// Whether a file of this name is an observation or its body.
  static func isObservation(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1] == "json" || parts[1] == "body" else { return false }
    let stem = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    let digits = Array(stem[0].utf8)
    guard digits.count == 16, stem.count == 1 || (stem.count == 2 && Int(stem[1]) != nil) else { return false }
    return digits.enumerated().allSatisfy { index, byte in
      switch index {
      case 8: byte == UInt8(ascii: "T")
      case 15: byte == UInt8(ascii: "Z")
      default: ASCII.isDigit(byte)
      }
    }
  }
}
