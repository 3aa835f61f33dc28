import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Testing

@Suite struct NetworkTests {
  @Test("Two pages of one host are asked for with a pause between them, failed or not")
  func pause() async throws {
    let server = try ScriptedServer()
    server.on("/2", .page(text: "<p>two"))
    let clock = SimulatedClock()
    let network = Network(delay: .seconds(3), clock: clock)
    let first = try #require(PageAddress(server.address("/1")))
    let error = await #expect(throws: ResponseError.self) { try await network.page(first) }
    #expect(error?.status == 404)
    clock.advance(by: .seconds(1))
    let page = try await network.page(try #require(PageAddress(server.address("/2"))))
    #expect(page.body == Array("<p>two".utf8))
    #expect(clock.waits == [.seconds(2)])
    #expect(page.received == clock.now)
  }

  @Test("The server is told which stet asks")
  func agent() async throws {
    let server = try ScriptedServer()
    server.on("/", .page(text: "x"))
    _ = try await Network().page(try #require(PageAddress(server.address("/"))))
    #expect(server.requests.first?.header("User-Agent") == "stet/\(StetVersion.text)")
  }
}
