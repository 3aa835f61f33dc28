import StetModel
import StetTestSupport
import Synchronization
import Testing

@testable import StetFetch

@Suite struct HostGateTests {
  private let clock = SimulatedClock()
  private let one = HostKey("a.example")
  private let two = HostKey("b.example")

  @Test(
    "A host is asked again only after the pause, which begins with the end of the last request; another need not wait")
  func pause() async throws {
    let gate = HostGate(delay: .seconds(2), clock: clock)
    try await gate.enter(one)
    clock.advance(by: .seconds(10))
    gate.leave(one)
    clock.advance(by: .milliseconds(500))
    #expect(gate.wait(for: one) == .milliseconds(1500))
    #expect(gate.wait(for: two) == .zero)
    try await gate.enter(two)
    #expect(clock.waits.isEmpty)
    try await gate.enter(one)
    #expect(clock.waits == [.milliseconds(1500)])
    #expect(gate.wait(for: one) == nil)
  }

  @Test("Http and https of one host are one host; another port is another")
  func keys() throws {
    func key(_ text: String) throws -> HostKey { HostKey(try #require(PageAddress(text))) }
    #expect(try key("http://a.example/x") == key("https://A.example/y"))
    #expect(try key("http://a.example:8080/") != key("http://a.example/"))
    #expect(try key("http://a.example:8080/").description == "a.example:8080")
  }

  @Test("A host's own pause takes the place of the general one, longer or shorter")
  func ownDelay() async throws {
    let gate = HostGate(delay: .seconds(2), clock: clock)
    gate.setDelay(.seconds(30), of: one)
    gate.setDelay(.zero, of: two)
    for host in [one, two] {
      try await gate.enter(host)
      gate.leave(host)
    }
    #expect(gate.wait(for: one) == .seconds(30))
    #expect(gate.wait(for: two) == .zero)
  }

  @Test("Who approaches waits for the pause and takes no turn, and does not wait where there is no way through")
  func approach() async throws {
    let gate = HostGate(delay: .seconds(2), clock: clock)
    await gate.approach(one)
    try await gate.enter(one)
    // Someone is through: for how long, nobody knows.
    await gate.approach(one)
    #expect(clock.waits.isEmpty)
    gate.leave(one)
    await gate.approach(one)
    #expect(clock.waits == [.seconds(2)])
    #expect(gate.wait(for: one) == .zero)
    gate.postpone(one, for: .seconds(90))
    await gate.approach(one, patience: .seconds(60))
    await gate.approach(one, deadline: clock.uptime + .seconds(80))
    #expect(clock.waits == [.seconds(2)])
    await gate.approach(one, patience: .seconds(90))
    #expect(clock.waits == [.seconds(2), .seconds(90)])
    gate.postpone(one, for: .seconds(90))
    gate.close()
    await gate.approach(one)
    #expect(clock.waits.count == 2)
  }

  @Test("One at a time comes through, in the order of coming, with the pause between each two")
  func turns() async throws {
    let gate = HostGate(delay: .seconds(1), clock: clock)
    try await gate.enter(one)
    let visits = Visits()
    try await withThrowingTaskGroup { [clock, one] group in
      for number in 0..<20 {
        // Each stands in line before the next one comes.
        let lined = gate.waitingCount(one)
        group.addTask {
          try await gate.enter(one)
          #expect(visits.inside.add(1, ordering: .relaxed).newValue == 1)
          visits.order.withLock { $0.append(number) }
          await Task.yield()
          visits.inside.subtract(1, ordering: .relaxed)
          gate.leave(one)
        }
        while gate.waitingCount(one) == lined { await Task.yield() }
      }
      gate.leave(one)
      try await group.waitForAll()
      #expect(clock.waits == Array(repeating: .seconds(1), count: 20))
    }
    #expect(visits.order.withLock { $0 } == Array(0..<20))
  }

  @Test("Who is cancelled in line leaves it, and the next one comes through")
  func cancelledInLine() async throws {
    let gate = HostGate(delay: .zero, clock: clock)
    try await gate.enter(one)
    let first = Task { [one] in await refusal(gate, one) }
    while gate.waitingCount(one) < 1 { await Task.yield() }
    let second = Task { [one] in await refusal(gate, one) }
    while gate.waitingCount(one) < 2 { await Task.yield() }
    first.cancel()
    #expect(await first.value == .cancelled)
    gate.leave(one)
    #expect(await second.value == nil)
    gate.leave(one)
    #expect(gate.wait(for: one) == .zero)
  }

  @Test("Who is cancelled before, or during the pause, does not keep the turn")
  func cancelledInPause() async throws {
    let gate = HostGate(delay: .seconds(3600))
    try await gate.enter(one)
    gate.leave(one)
    let task = Task { [one] in await refusal(gate, one) }
    while gate.wait(for: one) != nil { await Task.yield() }
    task.cancel()
    #expect(await task.value == .cancelled)
    #expect(gate.wait(for: one) != nil)
  }

  @Test(
    "A host that asked to be left alone for longer than one is patient is refused with the date; a shorter wait is waited for"
  )
  func postponed() async throws {
    let gate = HostGate(delay: .zero, clock: clock)
    gate.postpone(one, for: .seconds(31))
    gate.postpone(one, for: .seconds(5))
    let error = await #expect(throws: HostGate.Refusal.self) {
      try await gate.enter(one, patience: .seconds(30))
    }
    guard case .postponed(let date) = error else {
      Issue.record("not postponed but \(String(describing: error))")
      return
    }
    #expect((31...32).contains(date.secondsSince1970 - clock.now.secondsSince1970))
    clock.advance(by: .seconds(2))
    try await gate.enter(one, patience: .seconds(30))
    #expect(clock.waits == [.seconds(29)])
  }

  @Test("A pause is waited for whatever the patience, but never past the deadline")
  func deadline() async throws {
    let gate = HostGate(delay: .seconds(60), clock: clock)
    try await gate.enter(one)
    gate.leave(one)
    await #expect(throws: HostGate.Refusal.tooLate) {
      try await gate.enter(one, patience: .zero, deadline: clock.uptime + .seconds(59))
    }
    #expect(clock.waits.isEmpty)
    try await gate.enter(one, patience: .zero, deadline: clock.uptime + .seconds(60))
    #expect(clock.waits == [.seconds(60)])
  }

  @Test("What a gate remembers, the next one keeps: no pause is shorter for it, and none is much longer")
  func records() async throws {
    let gate = HostGate(delay: .seconds(10), clock: clock)
    clock.advance(by: .milliseconds(700))
    try await gate.enter(one)
    gate.leave(one)
    gate.postpone(two, for: .seconds(100))
    let next = HostGate(delay: .seconds(10), clock: clock, records: gate.records)
    #expect(gate.records.map(\.host) == [one, two])
    #expect(try (Duration.seconds(9.9)...(.seconds(12))).contains(#require(next.wait(for: one))))
    #expect(try (Duration.seconds(100)...(.seconds(102))).contains(#require(next.wait(for: two))))
    clock.advance(by: .seconds(200))
    #expect(next.records.map(\.host) == [one])
    #expect(next.wait(for: one) == .zero)
  }

  @Test("What is remembered of a host that nobody asks is handed on as it is, however often")
  func rememberedMoments() async throws {
    let now = clock.now.secondsSince1970
    let known = [
      HostRecord(
        host: one, lastRequest: Timestamp(secondsSince1970: now - 5),
        notBefore: Timestamp(secondsSince1970: now + 3600),
        delay: .seconds(3)),
      HostRecord(host: two, lastRequest: Timestamp(secondsSince1970: now + 1)),
    ]
    var records = known
    for _ in 0..<5 {
      clock.advance(by: .milliseconds(1300))
      let gate = HostGate(delay: .zero, clock: clock, records: records)
      #expect(await refusal(gate, one, patience: .zero) != nil)
      #expect(gate.news.isEmpty)
      records = gate.records
      #expect(records == known)
    }
    let gate = HostGate(delay: .zero, clock: clock, records: records)
    gate.postpone(one, for: .seconds(60))
    #expect(gate.records == known)
    gate.postpone(one, for: .seconds(7200))
    try await gate.enter(two)
    gate.leave(two)
    #expect(gate.news.map(\.host) == [one, two])
    #expect(try #require(gate.news[0].notBefore).secondsSince1970 >= now + 7206)
    #expect(try #require(gate.news[1].lastRequest).secondsSince1970 >= now + 6)
  }

  @Test(
    "After a run that was killed every host is owed its pause, whatever is known of it; a longer one of its own stays")
  func killed() async throws {
    let long = Timestamp(secondsSince1970: clock.now.secondsSince1970 - 1000)
    let gate = HostGate(
      delay: .seconds(10), clock: clock, records: [HostRecord(host: one, lastRequest: long, delay: .seconds(30))],
      recordsEndEarly: true)
    gate.setDelay(atLeast: .seconds(6), of: one)
    #expect(gate.wait(for: one) == .seconds(30))
    gate.setDelay(atLeast: .seconds(20), of: two)
    #expect(gate.wait(for: two) == .seconds(20))
    #expect(gate.records.map(\.host) == [one])
    clock.advance(by: .seconds(30))
    #expect(gate.wait(for: one) == .zero)
    #expect(HostGate(delay: .seconds(10), clock: clock, records: gate.records).wait(for: two) == .zero)
  }

  @Test("A record from the future, which a wrong clock has written, is a pause at most")
  func future() {
    let late = Timestamp(secondsSince1970: clock.now.secondsSince1970 + 1_000_000)
    let gate = HostGate(delay: .seconds(10), clock: clock, records: [HostRecord(host: one, lastRequest: late)])
    #expect(gate.wait(for: one) == .seconds(10))
  }
}

/// Why a gate lets nobody through; nil when it does.
private func refusal(_ gate: HostGate, _ host: HostKey, patience: Duration? = nil) async -> HostGate.Refusal? {
  do throws(HostGate.Refusal) {
    try await gate.enter(host, patience: patience)
    return nil
  } catch { return error }
}

/// Who came through a gate, and how many are through at the moment.
private final class Visits: Sendable {
  let order = Mutex<[Int]>([])
  let inside = Atomic(0)
}
