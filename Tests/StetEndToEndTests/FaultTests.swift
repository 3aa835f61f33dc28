import StetModel
import StetTestSupport
import Testing

/// Servers that misbehave, and what becomes of the run that meets them.
@Suite struct FaultTests {
  private let work: Workplace

  init() throws { work = try Workplace() }

  /// Those that a command can meet: it has no options for the limits of time.
  private static var faults: [Fault] { Fault.all.filter { $0.limit == .none } }

  /// One row of each kind of end.
  private static var kinds: [Fault] {
    var seen = Set<String>()
    return faults.filter { seen.insert("\($0.fetched) \($0.exit)").inserted }
  }

  /// What `--json` calls the outcome that a command with the page alone exits with.
  private static func outcomes(_ fault: Fault) -> [String] {
    switch fault.exit {
    case 0: ["new"]
    case 65: ["quarantined", "failed"]
    default: ["failed"]
    }
  }

  @Test("The exit code says what became of the page, and one line says why", arguments: kinds)
  func alone(fault: Fault) throws {
    work.server.on([fault])
    let outcome = try work.stet("archive", "--json", "--delay", "0", work.server.address(fault.path))
    #expect(outcome.exitCode == fault.exit, "\(outcome.errorOutput)")
    let lines = try outcome.jsonLines()
    #expect(lines.count == 1 && Self.outcomes(fault).contains(lines[0]["outcome"]?.string ?? ""))
    #expect(fault.exit == 0 || outcome.saysOneLine, "\(outcome.errorOutput)")
  }

  @Test("A run that meets every fault there is has the right outcome for each, stores all other pages, and stays small")
  func together() throws {
    let (faults, last) = (Self.faults, Gate())
    // Each at a host of its own, so that no host is left alone because of what another page of it did.
    let servers = try faults.indices.map { try ScriptedServer(.host(UInt16(0x2000 + $0))) }
    for (fault, server) in zip(faults, servers) {
      server.on([fault])
      var page = ReviewPage()
      page.title = "After \(fault.path.dropFirst())"
      server.on("/good", .page(text: page.html))
    }
    work.server.on("/last") { _ in
      last.pass()
      return .page(text: ReviewPage().html)
    }
    // Not after each: there are many, and each is written to disk. A host that asked for it is left alone.
    let pages = faults.indices.flatMap { index in
      let hasMore = index.isMultiple(of: 5) && ![.page(429), .page(503)].contains(faults[index].fetched)
      return [servers[index].address(faults[index].path)] + (hasMore ? [servers[index].address("/good")] : [])
    }
    let run = try RunningProcess(
      try #require(StetBinary.path),
      ["archive", "--json", "--delay", "0"] + pages + [work.server.address("/last")],
      environment: Workplace.environment, workingDirectory: work.folder.path)
    // The last page keeps the run alive until all others are done and its memory has been looked at.
    #expect(
      run.waitForOutput(timeout: .seconds(300)) { $0.filter { $0 == "\n" }.count == pages.count }, "\(run.outputSoFar)")
    let memory = run.peakMemory
    last.open()
    let outcome = run.wait()
    #expect(outcome.exitCode == 3, "\(outcome.ending) \(outcome.errorOutput.suffix(9000))")
    // 16 bodies of at most 16 MiB may be on their way at once; what the servers have to give is gigabytes.
    #expect(try #require(memory) < 600 << 20)

    var outcomes: [String: String] = [:]
    for line in try outcome.jsonLines() { outcomes[line["page"]?.string ?? ""] = line["outcome"]?.string ?? "" }
    for page in pages where page.hasSuffix("/good") { #expect(outcomes[page] == "new", "\(page)") }
    for (fault, server) in zip(faults, servers) {
      // Those that redirect to a page are known by that page's address.
      let came = outcomes[server.address(fault.path)] ?? outcomes[server.address(fault.path + "/b")] ?? "nothing"
      #expect(Self.outcomes(fault).contains(came), "\(fault): \(came)")
    }
    let verify = try work.stet("verify")
    #expect(verify.exitCode == 0, "\(verify.output)")
  }
}
