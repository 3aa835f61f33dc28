import StetModel
import StetTestSupport
import Testing

/// Servers that others have written, as they are installed.
@Suite struct RealServerTests {
  private let work: Workplace

  init() throws { work = try Workplace() }

  private func archive(_ addresses: String..., trusting authority: TestAuthority? = nil) throws -> ProcessOutcome {
    var environment = Workplace.environment
    environment["CURL_CA_BUNDLE"] = authority?.bundle
    return try StetBinary.run(
      ["archive", "--json", "--delay", "0"] + addresses, environment: environment, workingDirectory: work.folder.path)
  }

  private func outcomes(_ outcome: ProcessOutcome) throws -> [String] {
    try outcome.jsonLines().map { $0["outcome"]?.string ?? "" }
  }

  private static let noNginx = Comment("nginx is not installed: Scripts/setup tests")
  private static let noPython = Comment("python3 is not installed: Scripts/setup tests")

  @Test(
    "nginx over HTTP/2 and TLS: pages come compressed on one connection, and again only when their ETag has changed",
    .enabled(if: NginxServer.isInstalled, noNginx))
  func nginxSecure() throws {
    let nginx = try NginxServer(host: 0x1001)
    var page = ReviewPage()
    try nginx.site.write("a.html", page.html)
    page.title = "The Second Film"
    try nginx.site.write("b.html", page.html)
    let (a, b) = (nginx.secureOrigin + "/a.html", nginx.secureOrigin + "/b.html")

    let first = try archive(a, b, trusting: nginx.authority)
    #expect(first.exitCode == 0, "\(first.errorOutput)")
    #expect(try outcomes(first) == ["new", "new"])
    page.title = "The Second Film, Revisited"
    try nginx.site.write("b.html", page.html)
    let second = try archive(a, b, trusting: nginx.authority)
    #expect(second.exitCode == 0, "\(second.errorOutput)")
    #expect(try outcomes(second) == ["unchanged", "changed"])

    let log = try nginx.log()
    #expect(log.map(\.status) == [200, 200, 304, 200])
    #expect(log.allSatisfy { $0.version == "HTTP/2.0" && $0.range == "-" })
    #expect(log.filter { $0.status == 200 }.allSatisfy { $0.encoding == "gzip" })
    #expect(log[0].connection == log[1].connection && log[2].connection == log[3].connection)
    #expect(log[2].conditions.allSatisfy { $0 != "-" })
    let shown = try work.stet("show", b, "--format", "text")
    #expect(shown.output.contains("Revisited"), "\(shown.output)")
    let verify = try work.stet("verify")
    #expect(verify.exitCode == 0, "\(verify.output)")
  }

  @Test(
    "nginx without TLS: HTTP/1.1, compressed, on one connection; what is not there is 404",
    .enabled(if: NginxServer.isInstalled, noNginx))
  func nginxPlain() throws {
    let nginx = try NginxServer(host: 0x1002)
    try nginx.site.write("a.html", ReviewPage().html)
    let outcome = try archive(nginx.origin + "/a.html", nginx.origin + "/none.html", nginx.origin + "/a.html?again")
    #expect(outcome.exitCode == 3)
    let log = try nginx.log()
    #expect(log.map(\.status) == [200, 404, 200])
    #expect(log.allSatisfy { $0.version == "HTTP/1.1" && $0.connection == log[0].connection })
    #expect(log[0].encoding == "gzip")
  }

  @Test(
    "A certificate of an authority that nobody trusts is refused, and nothing is asked",
    .enabled(if: NginxServer.isInstalled, noNginx))
  func untrusted() throws {
    let nginx = try NginxServer(host: 0x1003)
    try nginx.site.write("a.html", ReviewPage().html)
    let other = try TestAuthority(host: "127.0.0.1")
    for authority in [nil, other] {
      let outcome = try archive(nginx.secureOrigin + "/a.html", trusting: authority)
      #expect(outcome.exitCode == 69)
      #expect(outcome.errorOutput.contains("its certificate is not accepted"), "\(outcome.errorOutput)")
    }
    #expect(try nginx.log().isEmpty)
  }

  @Test(
    "Python's http.server: HTTP/1.0, and If-Modified-Since alone",
    .enabled(if: PythonServer.isInstalled, noPython))
  func python() throws {
    let python = try PythonServer(host: 0x1004)
    var page = ReviewPage()
    try python.site.write("films/a.html", page.html)
    let address = python.origin + "/films/a.html"
    #expect(try outcomes(archive(address)) == ["new"])
    let again = try archive(address)
    #expect(try outcomes(again) == ["unchanged"])
    // Its Last-Modified counts seconds, and it answers 304 to whatever is not newer.
    page.title = "Another Film"
    try python.site.write("films/a.html", page.html)
    let touched = try work.shell("touch -d 2100-01-01 \"$1\"", python.site.path("films/a.html"))
    #expect(touched.exitCode == 0)
    #expect(try outcomes(archive(address)) == ["changed"])
  }
}
