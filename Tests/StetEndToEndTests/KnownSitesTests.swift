import StetModel
import StetTestSupport
import Testing

@Suite struct KnownSitesTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  private static let appeal =
    "Reel Harbour has no owner but its readers. If you like what you read, give what a cup of tea costs."

  private func page(_ name: String) -> ReviewPage {
    let paragraphs = (0..<8).map {
      "Scene \($0) of \(name) is set on a quay of its own, and nothing in it was seen before or will be seen again soon."
    }
    return ReviewPage(title: "The \(name) of the Lighthouse", paragraphs: paragraphs + [Self.appeal])
  }

  private func archive(_ name: String) throws -> ProcessOutcome {
    work.server.on("/\(name)", .page(text: page(name).html))
    return try work.stet("archive", "--json", "--delay", "0", work.server.address("/\(name)"))
  }

  @Test("The third page of a site is read without what the first two say too, explained, reread, and no edit to anyone")
  func story() throws {
    for name in ["dawn", "noon", "night"] { #expect(try archive(name).exitCode == 0) }
    #expect(try work.stet("show", "dawn", "--format", "text").output.contains(Self.appeal))
    #expect(try !work.stet("show", "night", "--format", "text").output.contains(Self.appeal))
    let recurring = try work.stet("show", "night", "--json").json()["extractor"]?["recurring"]
    #expect(recurring?.array?.map { $0["pages"] } == [2])

    let address = work.server.address("/night")
    #expect(try work.stet("extract", "--format", "text", address).output.contains(Self.appeal))
    #expect(try !work.stet("extract", "--with-archive", "--format", "text", address).output.contains(Self.appeal))
    let explained = try work.stet("extract", "--with-archive", "--explain", "--format", "json", address)
    #expect(explained.output.contains("recurs on 2 of 2 other pages of this host"))
    // As an archive that was copied comes along: without its index.
    #expect(try work.shell("rm Archive/index.sqlite*").exitCode == 0)
    #expect(try !work.stet("extract", "--with-archive", "--format", "text", address).output.contains(Self.appeal))
    #expect(try work.stet("extract", "--with-archive", "--archive", "None", address).exitCode == 66)
    #expect(try work.stet("extract", "--with-archive", "--batch", "pages.jsonl").exitCode == 64)

    #expect(try archive("dawn").jsonLines().map { $0["outcome"] } == ["unchanged"])
    #expect(try work.stet("reextract", "--write", "--json").json()["written"] == 2)
    #expect(try !work.stet("show", "dawn", "--format", "text").output.contains(Self.appeal))
    #expect(try work.stet("show", "dawn", "--json").json()["cause"] == "extractor")
    let diff = try work.stet("diff", "dawn", "1", "2", "--json")
    #expect(diff.exitCode == 0)
    #expect(try diff.json()["basis"] == "without-recurring")
    #expect(diff.saysOneLine)
    #expect(try work.stet("diff", "dawn", "1", "2", "--stored").exitCode == 1)
    #expect(try work.stet("log", "dawn").output.contains("read again without what recurs on its site"))
    #expect(try work.stet("verify").exitCode == 0)
  }
}
