import StetArchive
import StetModel
import Testing

@testable import StetReadingRoom

@Suite struct HostPageTests {
  let sites: InventedSites

  init() throws { sites = try InventedSites() }

  @Test("A host's pages are listed with their titles and links; a host that there is none of is not found")
  func list() throws {
    try sites.capture("http://reviews.example/film", title: "<i>Quiet</i>", on: 1)
    let page = try sites.get("/pages/reviews.example/")
    #expect(page.contains("&lt;i&gt;Quiet&lt;/i&gt;</a>"))
    #expect(page.contains("href=\"../../pages/reviews.example/film~"))
    #expect(page.contains("http://reviews.example/film</span>"))
    #expect(try sites.get("/pages/nobody.example/", status: 404).contains("There is nothing at this address."))
    #expect(try sites.get("/pages/..%2f/", status: 404).contains("There is nothing at this address."))
  }

  @Test("Its list is sorted as asked for, in parts, and the parts keep the order")
  func order() throws {
    for number in 1...101 { try sites.capture("http://reviews.example/\(1000 + number)", on: 1) }
    try sites.capture("http://reviews.example/1101", says: "It goes on.", on: 2)
    let first = try sites.get("/pages/reviews.example/")
    #expect(!first.contains("reviews.example/1101</span>"))
    #expect(first.contains("href=\"../../pages/reviews.example/?part=2\""))
    #expect(first.contains("aria-sort=\"ascending\">Page"))
    let second = try sites.get("/pages/reviews.example/", [("part", "2")])
    #expect(second.contains("reviews.example/1101</span>") && !second.contains("reviews.example/1100</span>"))
    let changed = try sites.get("/pages/reviews.example/", [("sort", "versions")])
    #expect(changed.contains("reviews.example/1101</span>"))
    #expect(changed.contains("href=\"../../pages/reviews.example/?sort=versions&amp;part=2\""))
  }

  @Test("Pages that fail are told apart and can be shown alone; one that is gone is no failure")
  func failing() throws {
    for name in ["a", "b", "c"] { try sites.capture("http://reviews.example/\(name)", on: 1) }
    try sites.write { writer in
      for day in [2, 3, 6] {
        _ = try writer.recordAbsence(
          #require(PageAddress("http://reviews.example/a")), status: 410, at: InventedSites.day(day))
      }
      _ = try writer.recordAbsence(
        #require(PageAddress("http://reviews.example/b")), status: 404, at: InventedSites.day(2))
    }
    let page = try sites.get("/pages/reviews.example/")
    #expect(page.contains("<span class=\"health gone\">gone</span>"))
    #expect(page.contains("absent since <time datetime=\"2026-11-02\">"))
    #expect(page.contains("Failing since <time datetime=\"2026-11-02\">"))
    let failing = try sites.get("/pages/reviews.example/", [("failing", "1")])
    #expect(failing.contains("reviews.example/b</span>") && !failing.contains("reviews.example/c</span>"))
  }
}
