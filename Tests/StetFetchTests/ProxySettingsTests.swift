import StetModel
import Testing

@testable import StetFetch

@Suite struct ProxySettingsTests {
  private func proxy(_ environment: [String: String], _ address: String) throws -> String? {
    ProxySettings(environment: environment).proxy(for: try AddressParser.parse(address))
  }

  @Test("Each scheme has its proxy; all_proxy stands in for both")
  func schemes() throws {
    let both = ["http_proxy": "http://a:1", "https_proxy": "http://b:2", "all_proxy": "http://c:3"]
    #expect(try proxy(both, "http://example.org/") == "http://a:1")
    #expect(try proxy(both, "https://example.org/") == "http://b:2")
    #expect(try proxy(["ALL_PROXY": "http://c:3"], "https://example.org/") == "http://c:3")
    #expect(try proxy([:], "http://example.org/") == nil)
  }

  @Test("HTTP_PROXY in capitals does not count, since a CGI client could set it; HTTPS_PROXY does")
  func capitals() throws {
    #expect(try proxy(["HTTP_PROXY": "http://a:1"], "http://example.org/") == nil)
    #expect(try proxy(["HTTPS_PROXY": "http://a:1"], "https://example.org/") == "http://a:1")
  }

  @Test("An empty variable means no proxy")
  func empty() throws {
    #expect(try proxy(["http_proxy": "", "all_proxy": "http://c:3"], "http://example.org/") == nil)
  }

  @Test(
    "no_proxy names hosts with all below them, addresses and networks",
    arguments: [
      ("example.org", "http://example.org/", true), ("example.org", "http://www.example.org/", true),
      ("example.org", "http://notexample.org/", false), (".example.org", "http://example.org/", true),
      ("Example.ORG.", "http://example.org./", true), ("a.example, example.org", "http://example.org/", true),
      ("a.example example.org", "http://example.org/", true), ("*", "http://anything.example/", true),
      ("192.0.2.1", "http://192.0.2.1/", true), ("192.0.2.0/24", "http://192.0.2.77/", true),
      ("192.0.2.0/24", "http://192.0.3.77/", false), ("192.0.2.0/99", "http://192.0.2.1/", false),
      ("2001:db8::/32", "http://[2001:db8::7]/", true), ("::1", "http://[::1]/", true),
      ("", "http://example.org/", false), (",. ,", "http://example.org/", false),
    ])
  func exceptions(list: String, address: String, isDirect: Bool) throws {
    #expect((try proxy(["http_proxy": "http://a:1", "no_proxy": list], address) == nil) == isDirect)
  }

  @Test("CURL_CA_BUNDLE goes before SSL_CERT_FILE and SSL_CERT_DIR")
  func trust() {
    let all = TrustStore(environment: ["CURL_CA_BUNDLE": "/a", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"])
    #expect(all.file == "/a" && all.folder == nil)
    let openssl = TrustStore(environment: ["CURL_CA_BUNDLE": "", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"])
    #expect(openssl.file == "/b" && openssl.folder == "/c")
  }
}
