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
    let engine = try fetcher(["CURL_CA_BUNDLE": server.certificate])
    let address = "https://localhost:\(server.port)/"
    // s_server closes after each answer, and says whether it knew the session.
    #expect(try await engine.fetch(address).text.contains("New, TLS"))
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<3 { group.addTask { try await engine.fetch(address).text } }
      for try await text in group { #expect(text.contains("Reused, TLS"), "\(text)") }
    }
  }
}
