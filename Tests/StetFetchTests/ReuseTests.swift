import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

@Suite struct ReuseTests {
  private static let hasOpenSSL = (try? ProcessRun.run("openssl", ["version"]).exitCode) == 0

  @Test(
    "A TLS session is taken up again by every later transfer, side by side or not",
    .enabled(if: hasOpenSSL, "needs openssl(1)"))
  func sessions() async throws {
    let server = try TLSServer(name: "localhost")
    let address = "https://localhost:\(server.port)/"
    // A server may forget a session, so it has some chances. s_server closes after each answer, and says whether it knew
    // the session.
    for _ in 0..<5 {
      let engine = try fetcher(["CURL_CA_BUNDLE": server.certificate])
      #expect(try await engine.fetch(address).text.contains("New, TLS"))
      let reused = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<3 { group.addTask { try await engine.fetch(address).text.contains("Reused, TLS") } }
        return try await group.reduce(into: 0) { count, isReused in count += isReused ? 1 : 0 }
      }
      // One of them has the handle of the first transfer; the others share.
      if reused > 1 { return }
    }
    Issue.record("no session was shared")
  }
}
