import StetKit
import StetModel
import Testing

@Suite struct HostPacingTests {
  private func address(_ text: String) throws -> PageAddress { try #require(PageAddress(text)) }

  @Test("A host is asked again only after the pause; another host need not wait")
  func pause() throws {
    var pacing = HostPacing(delay: .seconds(2))
    let (one, two) = (try address("http://a.example/1"), try address("http://b.example/1"))
    #expect(pacing.wait(before: one, at: .seconds(10)) == .zero)
    pacing.noteRequest(to: one, at: .seconds(10))
    #expect(pacing.wait(before: try address("https://a.example/2"), at: .seconds(11)) == .seconds(1))
    #expect(pacing.wait(before: one, at: .seconds(12)) == .zero)
    #expect(pacing.wait(before: two, at: .seconds(11)) == .zero)
  }

  @Test("Another port is another host")
  func ports() throws {
    var pacing = HostPacing(delay: .seconds(2))
    pacing.noteRequest(to: try address("http://a.example:8080/"), at: .zero)
    #expect(pacing.wait(before: try address("http://a.example/"), at: .zero) == .zero)
    #expect(pacing.wait(before: try address("http://a.example:8080/x"), at: .zero) == .seconds(2))
  }

  @Test("Hosts take turns, and the pages of one host keep their order")
  func turns() throws {
    var pacing = HostPacing(delay: .seconds(5))
    var waiting = try ["http://a.example/1", "http://a.example/2", "http://b.example/1"].map(address)
    var order: [String] = []
    var now = Duration.zero
    while let next = pacing.soonest(of: waiting, at: now) {
      if next.wait > .zero {
        now += next.wait
        continue
      }
      let taken = waiting.remove(at: next.index)
      order.append("\(taken)")
      pacing.noteRequest(to: taken, at: now)
      now += .seconds(1)
    }
    #expect(order == ["http://a.example/1", "http://b.example/1", "http://a.example/2"])
    #expect(now == .seconds(6))
  }
}
