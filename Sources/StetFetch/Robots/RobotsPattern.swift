/// The path of a rule, with its wildcards. Matching takes time linear in path and pattern together.
struct RobotsPattern {
  /// What stands between the stars, in the form in which octets are compared; at least one, which may be empty.
  private let parts: [[UInt8]]
  /// The parts to compare with a query whose slashes are encoded; nil where that makes no difference.
  private let partsWithEncodedQuery: [[UInt8]]?
  /// Whether the path has to end where the pattern does (`$`).
  private let isAnchored: Bool
  /// The number of octets: of two patterns that match the longer one counts.
  let length: Int

  /// The pattern of a rule's value.
  init(_ value: ArraySlice<UInt8>) {
    isAnchored = value.last == UInt8(ascii: "$")
    let body = isAnchored ? value.dropLast() : value
    let written = body.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    var parts: [[UInt8]] = []
    for (index, part) in written.enumerated() {
      // Several stars in a row are one.
      if part.isEmpty, index > 0, index < written.count - 1 { continue }
      parts.append(RobotsOctets.normalized(part))
    }
    if parts.isEmpty { parts = [[]] }
    self.parts = parts
    partsWithEncodedQuery = Self.withEncodedQuery(parts)
    length = parts.reduce(written.count - 1 + (isAnchored ? 1 : 0)) { $0 + $1.count }
  }

  /// Whether the pattern matches a path from its first octet on.
  func matches(_ path: RobotsPath) -> Bool {
    if matches(path.octets, parts) { return true }
    guard let query = path.withEncodedQuery, let parts = partsWithEncodedQuery else { return false }
    return matches(query, parts)
  }

  private func matches(_ path: [UInt8], _ parts: [[UInt8]]) -> Bool {
    guard path.starts(with: parts[0]) else { return false }
    var position = parts[0].count
    if parts.count == 1 { return !isAnchored || position == path.count }
    // The first place that fits leaves most room for what follows.
    for part in parts[1..<(parts.count - 1)] {
      guard let end = OctetSearch.end(of: part, in: path, from: position) else { return false }
      position = end
    }
    let last = parts[parts.count - 1]
    if isAnchored { return path.count - last.count >= position && path.suffix(last.count).elementsEqual(last) }
    return OctetSearch.end(of: last, in: path, from: position) != nil
  }

  /// Nil when the part behind the first question mark has neither slash nor question mark, encoded or not.
  private static func withEncodedQuery(_ parts: [[UInt8]]) -> [[UInt8]]? {
    guard let first = parts.firstIndex(where: { $0.contains(UInt8(ascii: "?")) }) else { return nil }
    var encoded = parts
    // The question mark that divides counts for the parts behind it, too: with it in front they are all query.
    for index in first..<parts.count {
      let isFirst = index == first
      let whole = isFirst ? parts[index] : [UInt8(ascii: "?")] + parts[index]
      guard let query = RobotsOctets.withEncodedQuery(whole) else { continue }
      encoded[index] = isFirst ? query : Array(query.dropFirst())
    }
    let speaksOfSlashes = encoded[first...].contains { part in
      OctetSearch.end(of: Array("%2F".utf8), in: part, from: 0) != nil
        || OctetSearch.end(of: Array("%3F".utf8), in: part, from: 0) != nil
    }
    return speaksOfSlashes ? encoded : nil
  }
}
