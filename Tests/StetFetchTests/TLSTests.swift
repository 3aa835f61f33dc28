import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

@Suite struct TLSTests {
  private static let hasOpenSSL = (try? ProcessRun.run("openssl", ["version"]).exitCode) == 0

  @Test("A certificate that nobody vouches for is refused, with a remedy", .enabled(if: hasOpenSSL, "needs openssl(1)"))
  func selfSigned() async throws {
    let server = try TLSServer(name: "localhost")
    let error = try await fetcher().failure("https://localhost:\(server.port)/")
    #expect(error.code == .tls)
    #expect(error.message.contains("certificate"))
    #expect(error.message.contains("CURL_CA_BUNDLE"))
  }

  @Test(
    "An authority that the environment names is trusted", .enabled(if: hasOpenSSL, "needs openssl(1)"),
    arguments: ["CURL_CA_BUNDLE", "SSL_CERT_FILE"])
  func trusted(variable: String) async throws {
    let server = try TLSServer(name: "localhost")
    let page = try await fetcher([variable: server.certificate]).fetch("https://localhost:\(server.port)/")
    #expect(page.status == 200)
    #expect(page.text.contains("s_server"))
  }

  @Test("A trusted certificate for another name is refused", .enabled(if: hasOpenSSL, "needs openssl(1)"))
  func otherName() async throws {
    let server = try TLSServer(name: "other.example")
    let error = try await fetcher(["CURL_CA_BUNDLE": server.certificate]).failure("https://localhost:\(server.port)/")
    #expect(error.code == .tls)
  }

  @Test(
    "A bundle that is not there is named as the reason, not passed over", .enabled(if: hasOpenSSL, "needs openssl(1)"))
  func missingBundle() async throws {
    let server = try TLSServer(name: "localhost")
    let error = try await fetcher(["CURL_CA_BUNDLE": "/no/such/file"]).failure("https://localhost:\(server.port)/")
    #expect(error.code == .tls)
    #expect(error.message.contains("CURL_CA_BUNDLE"))
  }

  @Test("https to a server that does not speak TLS is refused")
  func plainServer() async throws {
    let server = try ScriptedServer()
    server.on("/", .page())
    #expect(try await fetcher().failure("https://127.0.0.1:\(server.port)/").code == .tls)
  }
}
