import StetArchive
import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Synchronization
import Testing

@Suite struct RunTests {
  private let trial: RunTrial
  private let film = "https://reels.example/film"

  init() throws { trial = try RunTrial() }

  @Test(
    "A page that does not change is visited after one day, two, four and so on; one that changes, after a day again")
  func schedule() async throws {
    let yaml = pagesYAML(["/film"])
    trial.web.on(film, review("The Lamp"))
    var visits: [Int] = []
    for day in 0..<140 {
      if day == 100 { trial.web.on(film, review("The Lamp", "A new paragraph about the lamp, added much later.")) }
      let before = trial.web.asked.count
      let result = try await trial.run(yaml)
      if trial.web.asked.count > before {
        visits.append(day)
        let expected: PageOutcome.Kind = day == 0 ? .new : day == 128 ? .changed : .unchanged
        #expect(result.pages.map(\.kind) == [expected], "day \(day)")
      }
      trial.pass(days: 1)
    }
    #expect(visits == [0, 1, 2, 4, 8, 16, 32, 64, 128, 129, 130, 132, 136])
  }

  @Test("Validators go along, and after a week of 304 the page is fetched whole once: an ETag that lies is caught")
  func lyingETag() async throws {
    let yaml = pagesYAML(["/film"], more: "recheck: 1d")
    trial.web.on(film) { request, page in
      var page = page
      page.headers = [
        HeaderField(name: "ETag", value: "\"never changes\""), HeaderField(name: "Content-Type", value: "text/html"),
      ]
      if request.request.validators != nil {
        page.status = 304
      } else {
        page.body = Array(review("The Lamp", "On day \(page.received.secondsSince1970 / 86_400) it is different.").utf8)
      }
      return .page(page)
    }
    var kinds: [PageOutcome.Kind] = []
    for _ in 0..<10 {
      kinds += try await trial.run(yaml).pages.map(\.kind)
      trial.pass(days: 1)
    }
    #expect(kinds.count == 10)
    #expect(kinds.filter { $0 == .changed }.count == 1)
    #expect(trial.web.asked.map(\.isConditional).filter { !$0 }.count == 2)
  }

  @Test("Three visits over two days that find a page gone write a tombstone, and nobody is told of the same 404 twice")
  func gone() async throws {
    let yaml = pagesYAML(["/film"])
    trial.web.on(film, review("The Lamp"))
    _ = try await trial.run(yaml)
    trial.pass(days: 1)
    trial.web.on(film, "<h1>Not found</h1>", status: 404)
    var kinds: [PageOutcome.Kind] = []
    var troubles = 0
    for _ in 0..<8 {
      let result = try await trial.run(yaml)
      kinds += result.pages.map(\.kind)
      troubles += result.troubles.count
      trial.pass(days: 1)
    }
    #expect(kinds.prefix(3) == [.failed, .failed, .gone])
    #expect(troubles == 1)
    #expect(try await trial.run(yaml).report.sites[0].troubles.isEmpty)
  }

  @Test("A new page that is not there is tried again after one day, two, four, and does not come back with every run")
  func neverThere() async throws {
    let yaml = pagesYAML(["/nothing"])
    var days: [Int] = []
    for hour in 0..<(24 * 9) {
      let before = trial.web.asked.count
      _ = try await trial.run(yaml)
      if trial.web.asked.count > before { days.append(hour / 24) }
      trial.pass(hours: 1)
    }
    #expect(days == [0, 1, 3, 7])
  }

  @Test(
    "A server in trouble is asked again after an hour, two, four; the trouble is told once, with its beginning, and its end"
  )
  func serverTrouble() async throws {
    let yaml = pagesYAML(["/film"])
    trial.web.on(film, "busy", status: 500)
    let start = trial.clock.now
    let first = try await trial.run(yaml)
    #expect(first.troubles.map(\.code) == ["http.500"])
    #expect(first.report.failed == 1)
    var asked = 1
    for _ in 0..<8 {
      trial.pass(hours: 1)
      let result = try await trial.run(yaml)
      #expect(result.troubles.isEmpty)
      #expect(result.report.sites[0].troubles.map(\.since) == [start])
      asked += result.report.asked
    }
    #expect(asked == 4)
    trial.web.on(film, "worse", status: 502)
    trial.pass(hours: 8)
    let worse = try await trial.run(yaml)
    #expect(worse.troubles.map(\.code) == ["http.502"])
    #expect(worse.troubles.map(\.since) == [start])
    trial.web.on(film, review("The Lamp"))
    trial.pass(days: 2)
    let well = try await trial.run(yaml)
    #expect(well.pages.map(\.kind) == [.new])
    #expect(well.report.sites[0].recovered.map(\.code) == ["http.502"])
    #expect(well.report.sites[0].troubles.isEmpty)
  }

  @Test("After five failures in a row a host is left alone for the run, and its other pages stay due")
  func badHost() async throws {
    let paths = (1...9).map { "/\($0)" }
    for path in paths { trial.web.on("https://reels.example\(path)", "no", status: 503) }
    let result = try await trial.run(pagesYAML(paths))
    #expect(result.report.count(.failed) == 5)
    for path in paths { trial.web.on("https://reels.example\(path)", review("Film \(path)")) }
    trial.pass(hours: 1)
    let second = try await trial.run(pagesYAML(paths))
    #expect(second.report.count(.new) == 9)
  }

  @Test("What robots.txt refuses is counted, nothing is stored, and it is no failure; of what is named it is told once")
  func robots() async throws {
    trial.web.on(film) { _, _ in .refused("'Disallow: /' in line 2") }
    for round in 0..<3 {
      let result = try await trial.run(pagesYAML(["/film"]))
      #expect(result.pages.isEmpty)
      #expect(result.report.sites[0].refused == 1)
      #expect(result.report.failed == 0)
      #expect(result.troubles.map(\.code) == (round == 0 ? ["robots.refused"] : []))
      #expect(result.report.news == (round == 0 ? 1 : 0))
      #expect(result.report.sites[0].troubles.count == 1)
      trial.pass(days: 1)
    }
    trial.web.on(film, review("The Lamp"))
    let well = try await trial.run(pagesYAML(["/film"]))
    #expect(well.report.sites[0].recovered.map(\.code) == ["robots.refused"])
    #expect(well.report.sites[0].troubles.isEmpty)
  }

  @Test("A page that a feed names and robots.txt refuses is counted, and nobody is told")
  func refusedFind() async throws {
    trial.web.on(
      "https://reels.example/feed",
      "<rss version=\"2.0\"><channel><item><link>\(film)</link></item></channel></rss>", type: "application/rss+xml")
    trial.web.on(film) { _, _ in .refused("'Disallow: /' in line 2") }
    let result = try await trial.run("sites:\n  - feeds: [https://reels.example/feed]\n")
    #expect(result.report.sites[0].refused == 1)
    #expect(result.troubles.isEmpty)
  }

  @Test(
    "A host whose robots.txt cannot be had is one failure, asked about once a run and told once; it is over when robots.txt answers, whatever it says"
  )
  func robotsUnreachable() async throws {
    let paths = (1...9).map { "/\($0)" }
    for path in paths {
      trial.web.on("https://reels.example\(path)") { request, _ in
        .failed(.robotsUnreachable(request.request.address, because: .status(503)))
      }
    }
    let start = trial.clock.now
    for round in 0..<4 {
      trial.web.forget()
      let result = try await trial.run(pagesYAML(paths))
      #expect(result.report.count(.failed) == 1)
      #expect(result.report.sites[0].refused == 0)
      #expect(trial.web.asked.count == 1)
      #expect(result.troubles.map(\.code) == (round == 0 ? ["robots.503"] : []))
      #expect(result.report.sites[0].troubles.map(\.since) == [start])
      trial.pass(hours: 1)
    }
    for path in paths { trial.web.on("https://reels.example\(path)") { _, _ in .refused("'Disallow: /' in line 2") } }
    let refused = try await trial.run(pagesYAML(paths))
    #expect(refused.report.sites[0].recovered.map(\.code) == ["robots.503"])
    #expect(refused.report.sites[0].refused == 9)
    #expect(refused.report.failed == 0)
  }

  @Test("A wall is set aside once, told once, and replaces nothing")
  func wall() async throws {
    trial.web.on(
      film, "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1></body></html>")
    let result = try await trial.run(pagesYAML(["/film"]))
    #expect(result.pages.map(\.kind) == [.quarantined])
    #expect(result.troubles.count == 1)
    #expect(try await trial.run(pagesYAML(["/film"])).pages.isEmpty)
    trial.pass(days: 1)
    let again = try await trial.run(pagesYAML(["/film"]))
    #expect(again.pages.map(\.kind) == [.quarantined])
    #expect(again.troubles.isEmpty)
  }

  @Test("--max-pages ends a run; the next goes on where it was")
  func maximumPages() async throws {
    let paths = (1...5).map { "/\($0)" }
    for path in paths { trial.web.on("https://reels.example\(path)", review("Film \(path)")) }
    let first = try await trial.run(pagesYAML(paths), options: RunOptions(maximumPages: 2))
    #expect(first.report.count(.new) == 2)
    #expect(first.report.stopped == .pages)
    let second = try await trial.run(pagesYAML(paths))
    #expect(second.report.count(.new) == 3)
    #expect(second.report.stopped == nil)
  }

  @Test("After the deadline, and after a signal, no further page is begun")
  func deadlineAndSignal() async throws {
    let paths = (1...40).map { "/\($0)" }
    let clock = trial.clock
    for path in paths {
      let text = review("Film \(path)")
      trial.web.on("https://reels.example\(path)") { _, page in
        clock.advance(by: .seconds(60))
        var page = page
        page.body = Array(text.utf8)
        return .page(page)
      }
    }
    let first = try await trial.run(pagesYAML(paths), options: RunOptions(deadline: .seconds(150)))
    #expect((1...6).contains(first.report.count(.new)))
    #expect(first.report.stopped == .deadline)
    var isAsked = false
    let second = try await trial.run(pagesYAML(paths)) {
      defer { isAsked = true }
      return isAsked
    }
    #expect(second.report.stopped == .signal)
    #expect(second.report.count(.new) < 30)
    let third = try await trial.run(pagesYAML(paths))
    #expect(first.report.count(.new) + second.report.count(.new) + third.report.count(.new) == 40)
  }

  @Test("Hosts are asked side by side, each one page at a time")
  func sideBySide() async throws {
    let hosts = (1...8).map { "h\($0).example" }
    var yaml = "sites:\n"
    for host in hosts {
      let pages = (1...5).map { "https://\(host)/\($0)" }
      yaml += "  - pages: [\(pages.joined(separator: ", "))]\n"
      for page in pages { trial.web.on(page, review("Film \(page)")) }
    }
    let result = try await trial.run(yaml)
    #expect(result.report.count(.new) == 40)
    #expect(trial.web.mostAtOnce == 1)
    #expect(result.report.sites.allSatisfy { $0.count(.new) == 5 && $0.lastSuccess != nil })
  }

  @Test("The report is in the archive's state, with every page that is not unchanged")
  func report() async throws {
    trial.web.on(film, review("The Lamp"))
    let result = try await trial.run(pagesYAML(["/film", "/nothing"]))
    let archive = try Archive.open(at: trial.archivePath)
    let bytes = try #require(try archive.stateFile("runs/\(result.report.fileName)"))
    let json = try JSONParser.parse(bytes)
    #expect(bytes == PrettyJSON.bytes(result.report.json))
    let site = try #require(json["sites"]?.array?.first)
    #expect(site["name"]?.string == "Reels")
    #expect(site["new"]?.integer == 1)
    #expect(site["failed"]?.integer == 1)
    #expect(site["pages"]?.array?.compactMap { $0["outcome"]?.string }.sorted() == ["failed", "new"])
    #expect(site["troubles"]?.array?.first?["since"]?.string == result.report.started.description)
    #expect(result.report.summary.hasPrefix("1 new, 1 failed at 1 site in "))
  }

  @Test("A page that is excluded by now is not visited any more")
  func excluded() async throws {
    trial.web.on(film, review("The Lamp"))
    _ = try await trial.run(pagesYAML(["/film"]))
    trial.web.forget()
    trial.pass(days: 5)
    _ = try await trial.run("sites:\n  - url: https://reels.example/\n    feeds: none\n    exclude: [/film]\n")
    #expect(trial.web.asked.isEmpty)
    _ = try await trial.run("sites:\n  - url: https://reels.example/\n    feeds: none\n    recheck: never\n")
    #expect(trial.web.asked.isEmpty)
    _ = try await trial.run("sites:\n  - url: https://reels.example/\n    feeds: none\n")
    #expect(trial.askedPaths == ["/film"])
  }
}
