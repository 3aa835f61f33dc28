/// RFC 3986, 5.2.4: `.` and `..` in a path.
enum DotSegments {
  /// The path without dot segments, always starting with `/`. Their percent-encoded spellings count too.
  static func resolve(_ path: String) -> String {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(path.hasPrefix("/") ? 1 : 0)
    for (position, segment) in segments.enumerated() {
      let isLast = position == segments.count - 1
      switch ASCII.lowercased(String(segment)) {
      case ".", "%2e":
        if isLast { kept.append("") }
      case "..", ".%2e", "%2e.", "%2e%2e":
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/")
  }
}
