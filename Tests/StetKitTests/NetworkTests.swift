import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Testing

@Suite struct NetworkTests {
  @Test("Two pages of one host are asked for with a pause between them, failed or not")
  func pause() throws {
    let server = try ScriptedServer()
    server.on("/2", .page(text: "<p>two"))
    var now = Duration.zero
    var waits: [Duration] = []
    let network = Network(
      delay: .seconds(3), clock: { now },
      sleep: {
        waits.append($0)
        now += $0
      })
    let error = #expect(throws: ResponseError.self) {
      try network.page(try #require(PageAddress(server.address("/1"))))
    }
    #expect(error?.status == 404)
    now += .seconds(1)
    #expect(try network.page(try #require(PageAddress(server.address("/2")))).body == Array("<p>two".utf8))
    #expect(waits == [.seconds(2)])
  }

  @Test("The server is told which stet asks")
  func agent() throws {
    let server = try ScriptedServer()
    server.on("/", .page(text: "x"))
    _ = try Network().page(try #require(PageAddress(server.address("/"))))
    #expect(server.requests.first?.header("User-Agent") == "stet/\(StetVersion.text)")
  }
}
