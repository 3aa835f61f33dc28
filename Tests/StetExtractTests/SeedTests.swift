import StetExtract
import StetModel
import Testing

@Suite("Seed", .enabled(if: SeedPage.isAtHand, "no page at ../shared/seed/the-defector.html"))
struct SeedTests {
  @Test("Every field comes out, with the site's profile and without any", arguments: [true, false])
  func fields(withProfile: Bool) throws {
    let expected = try #require(try JSONParser.parse(SeedPage.bytes("expected.json")).object)
    let address = try #require(expected["url"]?.string.flatMap(PageAddress.init))
    let page = Page(
      requested: address, final: address, headers: [HeaderField(name: "Content-Type", value: "text/html")],
      body: try SeedPage.bytes("the-defector.html"), received: Timestamp(secondsSince1970: 1_767_225_600))
    let extraction = try Extractor(profiles: withProfile ? .bundled : []).extract(page)
    #expect(extraction.extractor.profile == (withProfile ? "docgeeks.com" : nil))
    let test = ProfileTest(url: address.description, expected: expected)
    #expect(test.failures(on: extraction) == [])
  }
}
