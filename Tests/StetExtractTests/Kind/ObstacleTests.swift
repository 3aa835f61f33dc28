import StetExtract
import StetModel
import Testing

@testable import StetExtract

@Suite struct ObstacleTests {
  @Test(
    "A wall, an error or a placeholder is known by its signs, and a page that talks of such things is not one",
    arguments: Fixture.all.filter(\.isAboutObstacles))
  func obstacle(of fixture: Fixture) throws {
    let found = try fixture.obstacle()
    let expected = try fixture.expectedObstacle()
    #expect(found?.code.rawValue == expected?.code, "\(fixture.name): \(found?.reason ?? "nothing")")
    if let maker = expected?.maker { #expect(found?.maker == maker, "\(fixture.name)") }
  }

  @Test("There is an example of each sort of obstacle, and of pages that only look like one")
  func examples() throws {
    let codes = Set(try Fixture.all.compactMap { try $0.expectedObstacle()?.code })
    #expect(codes == Set(Obstacle.Code.allCases.map(\.rawValue)))
    #expect(Fixture.all.filter { $0.name.hasPrefix("no-wall-") }.count >= 6)
  }

  @Test("Every sign is in the form in which pages are compared with it, and stands in the table once")
  func table() {
    var seen = Set<String>()
    for sign in WarningSigns.all {
      #expect(sign.sign == sign.sign.lowercased(), "\(sign.sign)")
      #expect(!sign.sign.contains("’") && !sign.sign.contains("…"), "\(sign.sign)")
      if sign.place != .wholeTitle { #expect(sign.sign.utf8.count >= 4, "\(sign.sign)") }
      if sign.place == .source || sign.place == .field { #expect(sign.sign.utf8.allSatisfy { $0 < 0x80 }) }
      #expect(seen.insert("\(sign.place) \(sign.sign)").inserted, "\(sign.sign)")
    }
    #expect(seen.count > 300)
  }

  @Test(
    "The search finds each sign of the table wherever it stands, in any case, and nothing else",
    arguments: [WarningSign.Place.title, .text, .source, .field])
  func search(place: WarningSign.Place) {
    let search = SignSearch(place)
    for sign in WarningSigns.all where sign.place == place {
      for text in [sign.sign, "xx\(sign.sign)yy", ASCII.lowercased(sign.sign).replacing("a", with: "A")] {
        #expect(search.found(in: Array(text.utf8)).contains(sign), "\(text)")
      }
      #expect(!search.found(in: Array(sign.sign.utf8.dropLast())).contains(sign))
    }
    #expect(search.found(in: []).isEmpty)
    #expect(search.found(in: [0x61]).isEmpty)
  }

  @Test("Whoever answers with an error's status is named by what the answer says")
  func ofStatus() throws {
    for fixture in ["wall-akamai", "wall-datadome", "wall-header-only"] {
      let page = try #require(try Fixture.page(named: fixture))
      #expect(Extractor(profiles: []).obstacle(of: page)?.code == .botWall, "\(fixture)")
    }
    let address = try #require(PageAddress("https://example.org/a"))
    let png = Page(
      requested: address, final: address, status: 403, body: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
      received: Timestamp(secondsSince1970: 0))
    #expect(Extractor(profiles: []).obstacle(of: png) == nil)
  }
}
