import StetArchive
import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Testing

/// Reviews of several pages in a run.
@Suite struct RunPartsTests {
  private let trial: RunTrial
  private let film = "https://reels.example/film"
  private let yaml = pagesYAML(["/film"])

  init() throws { trial = try RunTrial() }

  private func serve(_ review: PagedReview) {
    for number in review.pages.indices.map({ $0 + 1 }) {
      trial.web.on("https://reels.example" + review.path(number), review.html(number))
    }
  }

  private func snapshot() throws -> Snapshot? {
    let archive = try Archive.open(at: trial.archivePath)
    guard let page = try archive.page(PageKey(try #require(PageAddress(film)))),
      let version = try archive.versions(of: page).last
    else { return nil }
    return try archive.snapshot(version, of: page).snapshot
  }

  @Test("All pages of a review are asked for, one at a time, and make one page of the run")
  func three() async throws {
    let review = PagedReview()
    serve(review)
    let result = try await trial.run(yaml)
    #expect(result.pages.map(\.kind) == [.new])
    #expect(trial.askedPaths == ["/film", "/film/2", "/film/3"])
    #expect(trial.web.mostAtOnce == 1)
    #expect(try snapshot()?.review?.bodyText == review.text)
  }

  @Test("A page that robots.txt keeps closed sets the review aside, and a person is told of it once")
  func refused() async throws {
    serve(PagedReview())
    trial.web.on(film + "/3") { _, _ in .refused("a rule") }
    let first = try await trial.run(yaml)
    #expect(first.pages.map(\.kind) == [.quarantined])
    #expect(first.troubles.map(\.code) == ["quarantine.incomplete"])
    #expect(first.troubles.first?.message.contains("robots.txt does not allow it") == true)
    trial.pass(days: 3)
    #expect(try await trial.run(yaml).troubles.isEmpty)
    #expect(try snapshot() == nil)
  }

  @Test(
    "A version that perhaps is not whole is no trouble, but the report counts it, names the page and says so in sum")
  func doubtful() async throws {
    let review = PagedReview(2)
    serve(review)
    trial.web.on(film + "/2", review.html(2).replacing("Lighthouse", with: "Lighthouse: Part Two"))
    let first = try await trial.run(yaml)
    #expect(first.pages.map(\.kind) == [.new])
    #expect(first.troubles.isEmpty)
    #expect(first.report.sites[0].partial == 1)
    #expect(first.report.sites[0].entries.map(\.missing) == [film + "/2"])
    #expect(first.report.summary.hasPrefix("1 new, 1 of them perhaps not whole at 1 site"))
    let json = first.report.json["sites"]?.array?.first
    #expect(json?["partial"] == 1)
    #expect(json?["pages"]?.array?.first?["missing"]?.string == film + "/2")
    trial.pass(days: 3)
    let second = try await trial.run(yaml)
    #expect(second.pages.map(\.kind) == [.unchanged])
    #expect(second.report.sites[0].partial == 0)
    #expect(!second.report.summary.contains("whole"))
  }

  @Test("A page that was not asked for now leaves the review due, and nothing of it is stored")
  func left() async throws {
    let review = PagedReview()
    serve(review)
    trial.web.on(film + "/2") { _, _ in .left("the host asked to be left alone for a while", wholeHost: true) }
    let first = try await trial.run(yaml)
    #expect(first.pages.isEmpty)
    #expect(first.troubles.isEmpty)
    #expect(try snapshot() == nil)
    serve(review)
    #expect(try await trial.run(yaml).pages.map(\.kind) == [.new])
  }

  @Test("A page that fails makes the review fail; it is tried again, and stored when it is whole")
  func failed() async throws {
    let review = PagedReview()
    serve(review)
    trial.web.on(film + "/2", "Sorry", status: 500)
    let first = try await trial.run(yaml)
    #expect(first.pages.map(\.kind) == [.failed])
    #expect(first.troubles.map(\.code) == ["part.http.500"])
    serve(review)
    trial.pass(hours: 2)
    #expect(try await trial.run(yaml).pages.map(\.kind) == [.new])
    #expect(try snapshot()?.review?.bodyText == review.text)
  }
}
