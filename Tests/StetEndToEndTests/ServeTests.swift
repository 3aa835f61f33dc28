import Glibc
import StetTestSupport
import Testing

/// `stet serve` as people and browsers use it.
@Suite struct ServeTests {
  let work: Workplace

  init() throws {
    work = try Workplace()
    work.server.on("/film", .page(text: ReviewPage().html))
    #expect(try work.stet("archive", "--delay", "0", "--any-page", work.server.address("/film")).exitCode == 0)
  }

  /// Starts it on a free port; the address is the one that it says.
  private func serve(_ arguments: String...) throws -> (process: RunningProcess, address: String) {
    let process = try RunningProcess(
      try #require(StetBinary.path), ["serve", "--port", "0"] + arguments, environment: Workplace.environment,
      workingDirectory: work.folder.path)
    try #require(process.waitForErrors { $0.hasSuffix("/\n") })
    let address = try #require(process.errorsSoFar.split(separator: " ").last?.dropLast())
    #expect(process.errorsSoFar == "stet: the reading room is open at \(address)\n")
    return (process, String(address))
  }

  private func curl(_ arguments: String...) throws -> ProcessOutcome {
    try ProcessRun.run("/usr/bin/curl", ["--silent", "--show-error", "--max-time", "20"] + arguments)
  }

  @Test("It says where it is, shows the archive and what is stored meanwhile, and Ctrl-C ends it well at once")
  func serves() throws {
    let (process, address) = try serve()
    #expect(address.hasPrefix("http://127.0.0.1:"))
    #expect(try curl(address).output.contains("127.0.0.1_"))
    #expect(try curl("\(address)search/?q=lighthouse").output.contains("<mark>Lighthouse</mark>"))
    work.server.on("/book", .page(text: ReviewPage(title: "A Later Book").html))
    #expect(try work.stet("archive", "--delay", "0", "--any-page", work.server.address("/book")).exitCode == 0)
    usleep(1_100_000)
    #expect(try curl("\(address)search/?q=later").output.contains("A <mark>Later</mark> Book"))
    // A client that only waits does not hold it up.
    let idle = try RunningProcess("/usr/bin/curl", ["--silent", "--limit-rate", "1", "\(address)room.css"])
    process.send(signal: SIGINT)
    let end = process.wait(timeout: .seconds(20))
    #expect(end.exitCode == 0)
    #expect(end.output.isEmpty)
    idle.kill()
  }

  @Test("SIGTERM ends it as well, and what takes it for another server gets nothing")
  func terminates() throws {
    let (process, address) = try serve("--host", "localhost", "--name", "reviews.example")
    #expect(address.hasPrefix("http://reviews.example:"))
    let local = "http://127.0.0.1:" + address.split(separator: ":")[2]
    func status(_ host: String) throws -> String {
      try curl("--output", "/dev/null", "--write-out", "%{http_code}", "--header", "Host: \(host)", local).output
    }
    #expect(try status("reviews.example") == "200")
    #expect(try status("evil.example") == "421")
    process.send(signal: SIGTERM)
    #expect(process.wait(timeout: .seconds(20)).exitCode == 0)
  }

  @Test("A public address without leave, a port that is taken and a missing archive are refused in one line each")
  func refusals() throws {
    let open = try work.stet("serve", "--host", "0.0.0.0")
    #expect(open.exitCode == 64)
    #expect(open.saysOneLine && open.errorOutput.contains("--allow-public"))
    for name in ["", "a b", "http://reviews.example/", "bücher.example", "reviews.example:80"] {
      #expect(try work.stet("serve", "--port", "0", "--name", name).exitCode == 64, "'\(name)'")
    }
    let (process, address) = try serve()
    let port = String(address.dropFirst("http://127.0.0.1:".count).dropLast())
    let taken = try work.stet("serve", "--port", port)
    #expect(taken.exitCode == 69)
    #expect(taken.saysOneLine && taken.errorOutput.contains("another program does"))
    let missing = try work.stet("--archive", "Nowhere", "serve")
    #expect(missing.exitCode == 66)
    #expect(missing.saysOneLine)
    #expect(try work.stet("serve", "--port", "70000").exitCode == 64)
    process.kill()
  }

  @Test("An archive that may not be written is served, and nothing in it changes")
  func readOnly() throws {
    let script = """
      cp -r Archive Kept && rm -f Archive/index.sqlite* && chmod -R a-w Archive
      find Archive -type f | sort | xargs sha256sum > before
      nobody="setpriv --reuid 65534 --regid 65534 --clear-groups"
      $nobody "$STET" serve --port 0 2> said & server=$!
      for _ in $(seq 100); do grep -q http said && break; sleep 0.1; done
      curl --silent --max-time 20 "$(grep -o 'http[^ ]*' said)" > page
      kill $server; wait $server; echo "ended $?"
      find Archive -type f | sort | xargs sha256sum | cmp - before && echo same
      grep -c 'pages/127.0.0.1_' page
      chmod -R u+w Archive
      """
    // Root may write everywhere, and nobody else can become somebody else.
    guard getuid() == 0 else { return }
    let tool = try work.shell("chmod a+rx .; setpriv --reuid 65534 --regid 65534 --clear-groups test -x \"$STET\"")
    guard tool.exitCode == 0 else { return }
    #expect(try work.shell(script).output == "ended 0\nsame\n1\n")
  }
}
