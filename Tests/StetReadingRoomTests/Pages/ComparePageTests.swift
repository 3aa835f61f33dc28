import StetArchive
import StetModel
import Testing

@testable import StetReadingRoom

@Suite struct ComparePageTests {
  private static let film = "http://reviews.example/film"
  let sites: InventedSites

  init() throws { sites = try InventedSites() }

  private func twoVersions() throws -> String {
    try sites.capture(Self.film, says: "It begins quietly in a harbour at night.", on: 1)
    try sites.capture(Self.film, title: "A loud film", says: "It begins loudly in a harbour at night.", on: 2)
    return try sites.path(Self.film)
  }

  @Test("Two versions stand beside each other or in one text, with their changes counted and each with an address")
  func layouts() throws {
    let path = try twoVersions()
    let beside = try sites.get("\(path)1..2/")
    #expect(beside.contains("<div class=\"body side-by-side\">"))
    #expect(beside.contains("2 changes</span>"))
    #expect(beside.contains("id=\"change-1\"") && beside.contains("id=\"change-2\""))
    #expect(beside.contains("aria-current=\"true\">Side by side</a>"))
    let one = try sites.get("\(path)1..2/inline/")
    #expect(one.contains("<div class=\"body inline\">"))
    #expect(one.contains("aria-current=\"true\">In one text</a>"))
    #expect(one.occurrences(of: "<h1") == 1)
  }

  @Test("Any two versions can be compared, the newer one first too; the form leads to their place")
  func choice() throws {
    let path = try twoVersions()
    #expect(try sites.get("\(path)2..1/").contains("A quiet film"))
    let form = RoomRequest(path: "\(path)compare", query: [("old", "1"), ("new", "2"), ("layout", "inline")])
    let answer = sites.room.answer(form)
    #expect(answer.status == 302)
    #expect(answer.headers.first { $0.name == "Location" }?.value.hasSuffix("/1..2/inline/") == true)
    for query in [[("old", "1")], [("old", "1"), ("new", "//evil.example")], [("old", "-1"), ("new", "2")]] {
      _ = try sites.get("\(path)compare", query, status: 400)
    }
    // Nothing chosen yet: the form.
    let page = try sites.get("\(path)compare")
    #expect(page.contains("action=\"../../..\(path)compare\""))
    #expect(page.contains("<option value=\"1\" selected>") && page.occurrences(of: "<h1") == 1)
    #expect(RoomHTML.faults(page, path: "\(path)compare").isEmpty)
    try sites.capture("http://reviews.example/once", on: 1)
    #expect(try sites.get("\(sites.path("http://reviews.example/once"))compare").contains("no two versions"))
    _ = try sites.get("/pages/reviews.example/none~0123456789/compare", status: 404)
    _ = try sites.get("\(path)1..3/", status: 404)
  }

  @Test("Two versions that say the same say so")
  func same() throws {
    let path = try twoVersions()
    let page = try sites.get("\(path)2..2/")
    #expect(page.contains("No difference."))
    #expect(!page.contains("data-step"))
  }

  @Test("Versions that different rules have read say what is compared")
  func fairness() throws {
    let path = try twoVersions()
    try sites.capture(Self.film, title: "A loud film!", says: "It begins loudly.", on: 3, rules: "others")
    #expect(try sites.get("\(path)2..3/").contains("some of what differs may come from the rules"))
    #expect(!(try sites.get("\(path)1..2/")).contains("class=\"notice\""))
    try sites.capture(Self.film, title: "A louder film", says: "It ends.", on: 3, cause: .extractor, rules: "newest")
    #expect(try sites.get("\(path)3..4/").contains("the same capture read again by newer rules"))
    #expect(try sites.get("\(path)4/").contains("The page did not change"))
  }

  @Test("From one comparison lead links to the ones before and after")
  func neighbours() throws {
    let path = try twoVersions()
    try sites.capture(Self.film, title: "A louder film", on: 3)
    let page = try sites.get("\(path)1..2/")
    #expect(page.contains("Later: 2 and 3</a>"))
    #expect(!page.contains("Earlier:"))
    #expect(try sites.get("\(path)2..3/inline/").contains("/1..2/inline/\">Earlier: 1 and 2</a>"))
  }
}
