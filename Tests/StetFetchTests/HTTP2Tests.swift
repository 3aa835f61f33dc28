import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

@Suite struct HTTP2Tests {
  @Test(
    "HTTP/2 over TLS: one connection for all pages of a host, evidence as in HTTP/1.1, 304 to both validators",
    .enabled(if: NginxServer.isInstalled, "needs nginx"))
  func pages() async throws {
    let server = try NginxServer(host: 5201)
    for number in 0..<20 { try server.site.write("\(number).html", "<p>page \(number)") }
    let engine = try fetcher(["CURL_CA_BUNDLE": server.authority.bundle])
    let first = try await engine.fetch("\(server.secureOrigin)/0.html")
    #expect(first.exchanges.first?.httpVersion == "2")
    #expect(first.exchanges.first?.method == "GET")
    #expect(first.exchanges.first?.requestFields.contains { $0.hasName("User-Agent") } == true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          let page = try await engine.fetch("\(server.secureOrigin)/\(number).html")
          #expect(page.text == "<p>page \(number)")
        }
      }
      try await group.waitForAll()
    }
    let again = try await engine.fetch("\(server.secureOrigin)/0.html", validators: Validators(first))
    #expect(again.status == 304)
    let log = try server.log(atLeast: 22)
    #expect(log.allSatisfy { $0.version == "HTTP/2.0" })
    #expect(Set(log.map(\.connection)).count == 1)
    let last = try #require(log.first { $0.status == 304 })
    // nginx writes a quote as \x22.
    let etag = first.header("ETag")?.replacing("\"", with: "\\x22")
    #expect(last.conditions == [etag, first.header("Last-Modified")])
  }
}
