import Glibc
import Testing

@testable import StetTestSupport

@Suite struct PolitenessTests {
  private let start = ContinuousClock.now

  /// A request from and until so many milliseconds; without an end, the client did not wait.
  private func request(_ origin: String, _ started: Int, _ finished: Int?) -> RecordedRequest {
    RecordedRequest(
      method: "GET", target: "/\(started)", headers: [], connection: 1, origin: origin,
      started: start + .milliseconds(started), finished: finished.map { start + .milliseconds($0) })
  }

  private func breaches(_ delay: Int, _ requests: RecordedRequest...) -> Int {
    Politeness.breaches(in: requests) { _ in .milliseconds(delay) }.count
  }

  @Test("Two requests to one host at once are a breach, whatever the delay; to two hosts they are none")
  func together() {
    #expect(breaches(0, request("a", 0, 10), request("a", 5, 15)) == 1)
    #expect(breaches(0, request("a", 0, 10), request("b", 5, 15)) == 0)
    #expect(breaches(0, request("a", 5, 15), request("a", 0, 100), request("a", 50, 60)) == 2)
  }

  @Test("The delay counts from the end of an answer to the next request")
  func delay() {
    #expect(breaches(20, request("a", 0, 10), request("a", 30, 40)) == 0)
    #expect(breaches(20, request("a", 0, 10), request("a", 29, 40)) == 1)
    #expect(breaches(20, request("a", 0, nil), request("a", 20, 40)) == 0)
    #expect(breaches(20, request("a", 0, nil), request("a", 19, 40)) == 1)
  }

  @Test("A server notes when each answer begins and ends, and that a client did not wait")
  func log() throws {
    let server = try ScriptedServer(.host(0x0103))
    #expect(server.origin.hasPrefix("http://127.0.1.3:"))
    server.on("/slow", .page(delay: .milliseconds(20)))
    server.on("/never", ScriptedResponse(steps: [.pause(.seconds(3_600))]))
    _ = try ProcessRun.run("curl", ["-s", server.address("/slow")])
    _ = try ProcessRun.run("curl", ["-s", "-m", "0.2", server.address("/never")])
    // The server learns a little later that the client has gone.
    for _ in 0..<1_000 where server.requests.last?.finished != nil { usleep(10_000) }
    let requests = server.requests
    try #require(requests.count == 2)
    let finished = try #require(requests[0].finished)
    #expect(requests[0].started.duration(to: finished) >= .milliseconds(20))
    #expect(finished <= requests[1].started)
    #expect(requests[1].finished == nil)
    #expect(requests[1].origin == server.origin)
  }

  @Test("Bytes go out in pieces at the pace given")
  func pace() throws {
    let pieces = Array(AnswerPieces([.paced([1, 2, 3], piece: 2, every: .seconds(1)), .repeated([4], times: 2)]))
    #expect(
      pieces.map { "\($0.piece)" } == [
        "bytes([1, 2])", "pause(1.0 seconds)", "bytes([3])", "pause(1.0 seconds)", "bytes([4])", "bytes([4])",
      ])
    #expect(pieces.map(\.isLast) == [false, false, false, false, false, true])
  }
}
