import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

@Suite struct ConnectionTests {
  @Test("A port on which nobody listens is a connection that cannot be made, with a remedy")
  func refused() async throws {
    let server = try ScriptedServer()
    let address = server.address("/a")
    let port = try ClosedPort()
    let error = try await fetcher().failure("http://127.0.0.1:\(port.number)/a")
    #expect(error.code == .cannotConnect)
    #expect(error.message.contains("Check the address and your network."))
    #expect(error.cause != nil)
    #expect(!address.isEmpty)
  }

  @Test("A name that does not exist is not known, with a remedy")
  func unknownHost() async throws {
    // RFC 6761, 6.4: a name below .invalid never exists.
    let error = try await fetcher().failure("http://stet.invalid/a")
    #expect(error.code == .cannotResolve)
    #expect(error.message.contains("'stet.invalid' is not known"))
    #expect(error.message.contains("Check the address and your network."))
  }

  @Test("A request goes by the proxy that the environment names, unless no_proxy names the host")
  func proxy() async throws {
    let (server, proxy) = (try ScriptedServer(), try ScriptedServer())
    server.on("/a", .page(text: "direct"))
    proxy.on("http://stet.example/a", .page(text: "by proxy"))
    let environment = ["http_proxy": proxy.origin, "no_proxy": "127.0.0.1"]
    let fetcher = try fetcher(environment)
    #expect(try await fetcher.fetch("http://stet.example/a").text == "by proxy")
    #expect(try await fetcher.fetch(server.address("/a")).text == "direct")
    #expect(proxy.requests.count == 1)
  }

  @Test("Behind a proxy, a redirect to a number or to localhost is still checked")
  func redirectBehindProxy() async throws {
    let proxy = try ScriptedServer()
    proxy.on("http://stet.example/a", .redirect("http://169.254.169.254/"))
    proxy.on("http://stet.example/b", .redirect("http://localhost/"))
    proxy.on("http://stet.example/c", .redirect("http://other.example/"))
    proxy.on("http://other.example/", .page(text: "other"))
    let fetcher = try fetcher(["http_proxy": proxy.origin])
    #expect(try await fetcher.failure("http://stet.example/a").code == .addressForbidden)
    #expect(try await fetcher.failure("http://stet.example/b").code == .addressForbidden)
    #expect(try await fetcher.fetch("http://stet.example/c").text == "other")
  }

  @Test("A proxy on loopback does not open loopback to redirects that go by no proxy")
  func proxyOnLoopback() async throws {
    let (server, proxy) = (try ScriptedServer(), try ScriptedServer())
    proxy.on("http://stet.example/a", .redirect(server.address("/b")))
    server.on("/b", .page())
    let fetcher = try fetcher(["http_proxy": proxy.origin, "no_proxy": "127.0.0.1"])
    #expect(try await fetcher.failure("http://stet.example/a").code == .addressForbidden)
    #expect(server.requests.isEmpty)
  }

  @Test("A proxy that refuses or is not there is named as the reason")
  func brokenProxy() async throws {
    let proxy = try ScriptedServer()
    proxy.on("stet.example:443", .page(403, text: "no"))
    #expect(try await fetcher(["https_proxy": proxy.origin]).failure("https://stet.example/").code == .proxy)
    let port = try ClosedPort()
    let error = try await fetcher(["http_proxy": "http://127.0.0.1:\(port.number)"]).failure("http://stet.example/")
    #expect(error.code == .proxy)
    #expect(error.message.contains("http_proxy"))
  }
}
