@testable internal import StetFetch
internal import StetModel

/// What holds of every robots.txt, and of what is kept of hosts.
enum RobotsPromises {
  private static let now = Timestamp(secondsSince1970: 1_793_534_400)

  /// The first line is a path, the rest the file.
  static func check(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    let path = String(decoding: bytes[..<end], as: UTF8.self)
    let file = Array(bytes[end...].dropFirst())
    if let address = PageAddress("https://reel.example/" + path) { check(file, address) }
    check(states: file)
  }

  private static func check(_ file: [UInt8], _ address: PageAddress) {
    let rules = RobotsRules(file)
    let text = RobotsText(file)
    var lines: [Int: String] = [:]
    text.forEachLine { line, number in lines[number] = String(decoding: text.bytes[line], as: UTF8.self) }
    for agent in ["stet", "a", ""] {
      let verdict = rules.verdict(for: address, agent: agent)
      if let delay = verdict.crawlDelay { promise(delay > .zero && delay <= .seconds(86400), "a delay out of range") }
      if let group = verdict.group { promise(lines[group.number] == group.text, "a line that is not there") }
      if case .rule(let rule) = verdict.basis {
        promise(lines[rule.number] == rule.text && verdict.group != nil, "a rule that is not there")
      } else {
        promise(verdict.isAllowed, "refused without a rule")
      }
      promise(!verdict.reason.isEmpty)
    }
    for sitemap in rules.sitemaps(in: address) { promise(PageAddress(sitemap.description) == sitemap) }
    let octets = RobotsPath(address)
    text.forEachLine { line, _ in
      let value = text.bytes[line].prefix(256)
      let pattern = RobotsPattern(value)
      if matches(octets.octets.prefix(1024), value) {
        promise(octets.octets.count > 1024 || pattern.matches(octets), "a pattern does not match what it should")
      } else if octets.withEncodedQuery == nil, octets.octets.count <= 1024 {
        promise(!pattern.matches(octets), "a pattern matches what it should not")
      }
      promise(
        RobotsOctets.normalized(RobotsOctets.normalized(value)[...]).count >= RobotsOctets.normalized(value).count)
    }
  }

  /// The definition, in no hurry: the ends of all beginnings of the path that a beginning of the pattern matches.
  private static func matches(_ path: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Bool {
    let isAnchored = value.last == UInt8(ascii: "$")
    var ends: Set<Int> = [0]
    let parts = (isAnchored ? value.dropLast() : value)
      .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0, let first = ends.min() { ends = Set(first...path.count) }
      for octet in RobotsOctets.normalized(part) {
        ends = Set(ends.filter { $0 < path.count && path[path.startIndex + $0] == octet }.map { $0 + 1 })
      }
      if ends.isEmpty { return false }
    }
    return !isAnchored || ends.contains(path.count)
  }

  private static func check(states bytes: [UInt8]) {
    let states = HostStates(Array("{\"format\":\"stet-hosts/1\"}\n".utf8) + bytes)
    let hosts = states.hosts
    for host in hosts {
      states.update(host) { state in
        state.lastRequest = now
        state.robots["https"] = RobotsState(checked: now, answer: .file, copy: bytes, copied: now)
      }
    }
    let again = HostStates(states.file(at: now))
    promise(again.hosts == hosts, "hosts are lost")
    for host in hosts { promise(again[host] == states[host], "a host is not read back as it was") }
    promise(again.notes.isEmpty)
  }
}
