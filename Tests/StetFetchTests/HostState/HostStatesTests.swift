import StetFetch
import StetModel
import Testing

@Suite struct HostStatesTests {
  private let now = Timestamp(secondsSince1970: 1_793_534_400)
  private let host = HostKey("reel.example:8080")

  private func full() -> HostState {
    var state = HostState()
    state.lastRequest = now
    state.delay = .milliseconds(2500)
    state.notBefore = Timestamp(secondsSince1970: now.secondsSince1970 + 60)
    state.noteFailure(at: now)
    state.noteFailure(at: Timestamp(secondsSince1970: now.secondsSince1970 + 9))
    state.robots["https"] = RobotsState(
      checked: now, answer: .unreachable(.status(503)), copy: Array("User-agent: *\nDisallow: /\u{E9}\"\n".utf8),
      copied: Timestamp(secondsSince1970: 5))
    state.robots["http"] = RobotsState(checked: now, answer: .noFile(status: 404))
    return state
  }

  @Test(
    "What is kept of a host is read back as it was written",
    arguments: [
      RobotsAnswer.file, .noFile(status: 410), .tooManyRedirects, .unreachable(.status(500)),
      .unreachable(.fetch(.cannotConnect)),
    ])
  func roundTrip(_ answer: RobotsAnswer) throws {
    let states = HostStates()
    var state = full()
    // Octets that are no UTF-8, and none at all.
    state.robots["https"]?.copy = [0x2F, 0xE9, 0x00, 0xFF, 0x0A]
    state.robots["http"] = RobotsState(checked: now, answer: answer, copy: [], copied: now)
    states.update(host) { [state] in $0 = state }
    let again = HostStates(states.file(at: now))
    #expect(again[host] == state)
    #expect(again.file(at: now) == states.file(at: now))
    #expect(again.notes.isEmpty && again.hosts == [host])
  }

  @Test("A host that nobody knows has an empty state")
  func unknown() {
    #expect(HostStates()[host] == HostState())
    #expect(HostStates().file(at: now) == Array("{\"format\":\"stet-hosts/1\"}\n".utf8))
  }

  @Test("A file that a run writes on its way says so; the one at its end does not")
  func unfinished() {
    let states = HostStates()
    states.update(host) { $0.lastRequest = now }
    let onTheWay = HostStates(states.file(at: now, isUnfinished: true))
    #expect(onTheWay.isUnfinished)
    #expect(onTheWay.notes.isEmpty)
    #expect(onTheWay[host].lastRequest == now)
    #expect(!HostStates(onTheWay.file(at: now)).isUnfinished)
    #expect(!HostStates().isUnfinished)
  }

  @Test("A success ends a row of failures; the row keeps its beginning")
  func failures() {
    var state = full()
    #expect(state.failures == 2 && state.failingSince == now)
    state.noteSuccess()
    #expect(state.failures == 0 && state.failingSince == nil)
  }

  @Test("A line that cannot be read costs its own host only, and is told of")
  func brokenLines() throws {
    let states = HostStates()
    states.update(host) { $0.lastRequest = now }
    let good = String(decoding: states.file(at: now), as: UTF8.self)
    let bad = [
      "nonsense", "{\"host\":\"cut.example\",\"last", "{\"lastRequest\":\"2026-11-01T00:00:00Z\"}", "[]", "\0\u{FFFD}",
      "{\"host\":\"shape.example\",\"lastRequest\":7}", "{\"host\":\"json.example\",}",
      "{\"host\":\"robots.example\",\"robots\":{\"https\":{\"checked\":\"2026-11-01T00:00:00Z\",\"answer\":\"file\"}}}",
    ]
    let read = HostStates(Array((good + bad.joined(separator: "\n") + "\n").utf8))
    #expect(read[host].lastRequest == now)
    for name in ["cut.example", "shape.example", "json.example", "robots.example"] {
      #expect(read[HostKey(name)] == HostState())
    }
    #expect(read.notes.count == bad.count)
    #expect(read.notes.allSatisfy { $0.hasSuffix(".") })
    // They are gone with the next write.
    #expect(String(decoding: read.file(at: now), as: UTF8.self) == good)
  }

  @Test("A line of another spelling, with members of others, is read all the same")
  func foreignSpelling() {
    let text = """
      {"format":"stet-hosts/1","by":"x"}
      { "failures" : 3, "new": {"a": [1]}, "host" : "reel.example:8080" }

      """
    let states = HostStates(Array(text.utf8))
    #expect(states[host].failures == 3 && states.notes.isEmpty)
  }

  @Test("A file of another format is not used, and told of", arguments: ["{\"format\":\"stet-hosts/2\"}", "x", "{}"])
  func otherFormat(_ first: String) {
    let states = HostStates(Array("\(first)\n{\"host\":\"reel.example:8080\",\"failures\":3}\n".utf8))
    #expect(states[host] == HostState())
    #expect(states.notes.count == 1)
  }

  @Test("What nobody asked about is written as it was")
  func untouched() {
    let line =
      "{\"host\":\"other.example\",\"failures\":3,\"of\":\"another release\",\"lastRequest\":\"2026-11-01T00:00:00Z\"}"
    let states = HostStates(Array("{\"format\":\"stet-hosts/1\"}\n\(line)\n".utf8))
    states.update(host) { $0.lastRequest = now }
    #expect(String(decoding: states.file(at: now), as: UTF8.self).contains(line))
  }

  @Test("A host that nobody has asked for 60 days is forgotten")
  func forgetting() {
    let states = HostStates()
    states.update(host) { [state = full()] in $0 = state }
    let days: (Int64) -> Timestamp = { [now] in Timestamp(secondsSince1970: now.secondsSince1970 + $0 * 86400) }
    #expect(!HostStates(states.file(at: days(59))).hosts.isEmpty)
    #expect(HostStates(states.file(at: days(61))).hosts.isEmpty)
  }

  @Test("A gate gets what it has to know, read or not, and gives back what it knows at the end")
  func records() {
    let states = HostStates()
    states.update(host) { [state = full()] in $0 = state }
    states.update(HostKey("robots.example")) {
      $0.robots["http"] = RobotsState(checked: now, answer: .tooManyRedirects)
    }
    states.update(HostKey("asked.example")) { $0.lastRequest = now }
    let expected = [
      HostRecord(host: HostKey("asked.example"), lastRequest: now),
      HostRecord(
        host: host, lastRequest: now, notBefore: Timestamp(secondsSince1970: now.secondsSince1970 + 60),
        delay: .milliseconds(2500)),
    ]
    #expect(states.records == expected)
    let again = HostStates(states.file(at: now))
    #expect(again.records == expected)
    // In another spelling, with what a gate has to know behind the files.
    let foreign = """
      {"format":"stet-hosts/1"}
      {"host":"a.example","robots":{},"notBefore":"2026-11-01T00:00:00Z"}
      {"host":"b.example","robots":{"x":7},"notBefore":"2026-11-01T00:00:00Z"}
      """
    #expect(HostStates(Array(foreign.utf8)).records.map(\.host.description) == ["a.example"])
    again.note([HostRecord(host: host, lastRequest: now, delay: .seconds(1))])
    #expect(again[host].delay == .seconds(1) && again[host].notBefore == nil && again[host].failures == 2)
  }

  @Test("Ten thousand hosts come and go")
  func manyHosts() {
    let states = HostStates()
    for number in 0..<10_000 { states.update(HostKey("h\(number).example")) { [state = full()] in $0 = state } }
    let file = states.file(at: now)
    let read = HostStates(file)
    #expect(read.hosts.count == 10_000)
    #expect(read[HostKey("h9999.example")] == full())
    #expect(read.file(at: now) == file)
  }
}
