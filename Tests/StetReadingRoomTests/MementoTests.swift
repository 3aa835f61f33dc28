import StetArchive
import StetModel
import Testing

@testable import StetReadingRoom

@Suite("Memento")
struct MementoTests {
  static let film = "http://reviews.example/film"
  static let host = "http://127.0.0.1:8417"

  /// A page with versions of 1, 3 and 6 November, at noon.
  private static func shelf(_ page: String = film, aliases: [String] = []) throws -> RoomShelf {
    let shelf = try RoomShelf()
    for day in [1, 3, 6] { try shelf.store(page, says: "It is day \(day).", on: day, aliases: aliases) }
    return shelf
  }

  private static func date(_ day: Int, _ time: String = "12:00:00") -> String {
    let name = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][(day - 1) % 7]
    return "\(name), \(day < 10 ? "0" : "")\(day) Nov 2026 \(time) GMT"
  }

  private static func gate(_ shelf: RoomShelf, _ date: String?, _ page: String = film) throws -> RoomAnswer {
    try shelf.get("/timegate/\(page)", headers: date.map { ["accept-datetime": $0] } ?? [:])
  }

  @Test(
    "RFC 7089, 4.2.1: the TimeGate leads with 302 to the memento nearest to Accept-Datetime, the earlier of two as near",
    arguments: [
      (date(1), 1), (date(2, "11:59:59"), 1), (date(2), 1), (date(2, "12:00:01"), 2), (date(3), 2), (date(5), 3),
      ("Thu, 01 Jan 1970 00:00:00 GMT", 1), ("Fri, 31 Dec 2100 23:59:59 GMT", 3),
    ])
  func nearest(_ date: String, _ version: Int) throws {
    let shelf = try Self.shelf()
    let answer = try Self.gate(shelf, date)
    #expect(answer.status == 302)
    #expect(answer.field("Location") == "\(Self.host)/\(try shelf.name(Self.film).path)/\(version)/")
    #expect(answer.field("Vary") == "accept-datetime")
    #expect(answer.field("Memento-Datetime") == nil)
  }

  @Test("RFC 7089, 4.5.3: without Accept-Datetime the TimeGate leads to the most recent memento")
  func noDate() throws {
    let shelf = try Self.shelf()
    let answer = try Self.gate(shelf, nil)
    #expect(answer.status == 302)
    #expect(answer.field("Location")?.hasSuffix("/3/") == true)
    #expect(answer.field("Vary") == "accept-datetime")
  }

  @Test(
    "RFC 7089, 4.5.3: an Accept-Datetime that is no rfc1123-date is a bad request",
    arguments: [
      "2026-11-03T12:00:00Z", "yesterday", "", "Tue, 3 Nov 2026 12:00:00 GMT", "Tue, 03 Nov 2026 12:00:00 +0100",
      "Tuesday, 03-Nov-26 12:00:00 GMT", "Tue Nov  3 12:00:00 2026", "Day, 03 Nov 2026 12:00:00 GMT",
      "Tue 03 Nov 2026 12:00:00 GMT",
      "Tue, 31 Feb 2026 12:00:00 GMT", "Tue, 03 Nov 2026 24:00:00 GMT", "Tue, 03 Nov 2026 12:00:00 GMT ",
      "Tue, 03 nov 2026 12:00:00 GMT",
    ])
  func badDate(_ date: String) throws {
    let shelf = try Self.shelf()
    let answer = try Self.gate(shelf, date)
    #expect(answer.status == 400)
    #expect(answer.field("Vary") == "accept-datetime")
    let links = LinkReader(answer.field("Link") ?? "")
    #expect(links["original"] == [Self.film])
    #expect(links["timemap"] == ["\(Self.host)/timemap/link/\(Self.film)"])
  }

  @Test("A date that names another day of the week is one: the grammar asks for a day, and the rest is clear")
  func otherDay() throws {
    let shelf = try Self.shelf()
    #expect(try Self.gate(shelf, "Mon, 03 Nov 2026 12:00:00 GMT").field("Location")?.hasSuffix("/2/") == true)
  }

  @Test("RFC 7089, 4.2.1: the TimeGate names the original, its TimeMap, and the mementos round the one it leads to")
  func gateLinks() throws {
    let shelf = try Self.shelf()
    let links = LinkReader(try Self.gate(shelf, Self.date(3)).field("Link") ?? "")
    #expect(links["original"] == [Self.film])
    #expect(links["timemap"] == ["\(Self.host)/timemap/link/\(Self.film)"])
    #expect(links.attribute("type", of: "timemap") == "application/link-format")
    #expect(links["first"].count == 1 && links["prev"] == links["first"] && links["next"] == links["last"])
    #expect(links["timegate"].isEmpty)
  }

  @Test("A page that the archive does not know has no TimeGate and no TimeMap: 404, without a guess")
  func unknown() throws {
    let shelf = try Self.shelf()
    for page in [
      "http://reviews.example/", "http://reviews.example/fil", "film", "ftp://reviews.example/film",
      "javascript:alert(1)",
    ] {
      #expect(try Self.gate(shelf, nil, page).status == 404, "\(page)")
      #expect(try shelf.get("/timemap/link/\(page)").status == 404, "\(page)")
      #expect(try shelf.get("/timemap/json/\(page)").status == 404, "\(page)")
    }
    #expect(try shelf.get("/timegate/").status == 404)
    #expect(try shelf.get("/timemap/cdxj/\(Self.film)").status == 404)
    #expect(try shelf.get("/timemap/link/2/\(Self.film)").status == 404)
  }

  @Test("A page is found by any spelling of its address, and by every address that led to it")
  func spellings() throws {
    let page = "http://reviews.example/a%20film?id=3&q=x%2Fy"
    let shelf = try Self.shelf(page, aliases: ["http://old.example/moved?id=3"])
    let name = try shelf.name(page)
    for path in [
      "http://reviews.example/a%20film?id=3&q=x%2Fy", "HTTP://Reviews.Example:80/a%20film?id=3&q=x%2Fy",
      "reviews.example/a%20film?id=3&q=x%2Fy", "http:/reviews.example/a%20film?id=3&q=x%2Fy",
      "http://reviews.example/a%20film?id=3&q=x%2Fy&utm_source=feed", "http://old.example/moved?id=3",
      "http%3A%2F%2Freviews.example%2Fa%2520film%3Fid%3D3%26q%3Dx%252Fy",
    ] {
      let answer = try shelf.ask("/timegate/\(path)")
      #expect(answer.field("Location") == "\(Self.host)/\(name.path)/3/", "\(path)")
      #expect(LinkReader(answer.field("Link") ?? "")["original"] == [page])
    }
    for path in ["http://reviews.example/a%20film", "http://reviews.example/a%20film?id=3", "http://old.example/moved"]
    {
      #expect(try shelf.ask("/timegate/\(path)").status == 404, "\(path)")
    }
    // What links lead to is found again.
    let links = LinkReader(try shelf.ask("/timegate/\(page)").field("Link") ?? "")
    let timemap = try #require(links["timemap"].first)
    #expect(try shelf.ask(String(timemap.dropFirst(Self.host.count))).status == 200)
  }

  @Test("The address of a later page of a text leads to the text, until it has a page of its own")
  func laterPages() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, on: 1, pages: ["<p>It begins.", "<p>It goes on.", "<p>It ends."])
    let name = try shelf.name(Self.film)
    for address in ["\(Self.film)/2", "HTTP://reviews.example:80/film/3?utm_source=feed"] {
      let answer = try Self.gate(shelf, nil, address)
      #expect(answer.field("Location") == "\(Self.host)/\(name.path)/1/", "\(address)")
      #expect(LinkReader(answer.field("Link") ?? "")["original"] == [Self.film])
      #expect(try shelf.get("/timemap/link/\(address)").status == 200)
    }
    #expect(try Self.gate(shelf, nil, "\(Self.film)/4").status == 404)
    try shelf.store("\(Self.film)/2", says: "Another film.", on: 2)
    let other = try shelf.name("\(Self.film)/2")
    #expect(try Self.gate(shelf, nil, "\(Self.film)/2").field("Location") == "\(Self.host)/\(other.path)/1/")
  }

  @Test("RFC 7089, 2.1.1 and 2.2: a version's page says when it was captured, and names what it is a memento of")
  func memento() throws {
    let shelf = try Self.shelf()
    let name = try shelf.name(Self.film)
    let answer = try shelf.get(.version(name, 2))
    #expect(answer.status == 200)
    #expect(answer.field("Memento-Datetime") == Self.date(3))
    let links = LinkReader(answer.field("Link") ?? "")
    #expect(links["original"] == [Self.film])
    #expect(links["timegate"] == ["\(Self.host)/timegate/\(Self.film)"])
    #expect(links["timemap"] == ["\(Self.host)/timemap/link/\(Self.film)"])
    #expect(links["first"] == ["\(Self.host)/\(name.path)/1/"])
    #expect(links["prev"] == links["first"])
    #expect(links["last"] == ["\(Self.host)/\(name.path)/3/"])
    #expect(links.datetimes == [Self.date(1), Self.date(6)])
    #expect(LinkReader(try shelf.get(.version(name, 1)).field("Link") ?? "")["prev"].isEmpty)
    #expect(LinkReader(try shelf.get(.version(name, 3)).field("Link") ?? "")["next"].isEmpty)
  }

  @Test("RFC 7089, 5: the TimeMap in link-format lists the original, itself, the TimeGate, and every memento by time")
  func linkFormat() throws {
    let shelf = try Self.shelf()
    let answer = try shelf.get("/timemap/link/\(Self.film)")
    #expect(answer.field("Content-Type") == "application/link-format")
    let name = try shelf.name(Self.film).path
    #expect(
      try answer.text == """
        <http://reviews.example/film>; rel="original",
        <\(Self.host)/timemap/link/http://reviews.example/film>; rel="self"; type="application/link-format"; from="\(Self.date(1))"; until="\(Self.date(6))",
        <\(Self.host)/timegate/http://reviews.example/film>; rel="timegate",
        <\(Self.host)/\(name)/1/>; rel="first memento"; datetime="\(Self.date(1))",
        <\(Self.host)/\(name)/2/>; rel="memento"; datetime="\(Self.date(3))",
        <\(Self.host)/\(name)/3/>; rel="last memento"; datetime="\(Self.date(6))"

        """)
  }

  @Test("RFC 7089, 5: the one memento of a page is the first and the last")
  func single() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1)
    #expect(try shelf.get("/timemap/link/\(Self.film)").text.contains("rel=\"first last memento\""))
    #expect(try Self.gate(shelf, nil).field("Link")?.contains("rel=\"first last memento\"") == true)
  }

  @Test("The TimeMap in JSON says the same")
  func json() throws {
    let shelf = try Self.shelf()
    let answer = try shelf.get("/timemap/json/\(Self.film)")
    #expect(answer.field("Content-Type") == "application/json")
    let json = try answer.json
    #expect(json["original_uri"]?.string == Self.film)
    #expect(json["timegate_uri"]?.string == "\(Self.host)/timegate/\(Self.film)")
    #expect(json["timemap_uri"]?["link_format"]?.string == "\(Self.host)/timemap/link/\(Self.film)")
    let list = try #require(json["mementos"]?["list"]?.array)
    #expect(
      list.map { $0["datetime"]?.string } == ["2026-11-01T12:00:00Z", "2026-11-03T12:00:00Z", "2026-11-06T12:00:00Z"])
    #expect(json["mementos"]?["last"] == list.last)
    #expect(json["mementos"]?["first"] == list.first)
  }

  @Test(
    "RFC 7089, 5.1.1: a long TimeMap comes in parts, each of which names the others with the time that they are about")
  func parts() throws {
    let mementos = (1...2500).map {
      Mementos.Memento(version: $0, captured: Timestamp(secondsSince1970: Int64($0) * 3600))
    }
    let page = try Self.shelf()
    let name = try page.name(Self.film)
    let found = try #require(try page.archive.page(folder: name.path))
    let links = MementoLinks(mementos: Mementos(found, name, mementos), base: "\(Self.host)/")
    #expect(links.parts == 3)
    var listed: [String] = []
    for part in 1...3 {
      let reader = LinkReader(TimeMap(links: links, part: part).linkFormat)
      #expect(reader["timemap"].count == 2)
      #expect(reader["self"] == ["\(Self.host)/timemap/link/\(part > 1 ? "\(part)/" : "")\(Self.film)"])
      #expect(reader["first"].count == (part == 1 ? 1 : 0))
      #expect(reader["last"].count == (part == 3 ? 1 : 0))
      listed += reader["memento"]
    }
    #expect(listed == mementos.map { "\(Self.host)/\(name.path)/\($0.version)/" })
    let index = TimeMap(links: links, part: 2).json["timemap_index"]?.array
    #expect(index?.map { $0["uri"]?.string } == [1, 3].map { links.timemap(.json, part: $0) })
    #expect(RoomAddress(path: "/timemap/link/3/\(Self.film)") == .timemap(.link, Self.film, part: 3))
  }

  @Test("A tombstone and a redacted version are no mementos; of the readings of one capture the last one is")
  func none() throws {
    let shelf = try Self.shelf()
    try shelf.store(Self.film, says: "It is day 3, other rules say.", on: 3, cause: .extractor)
    let address = try #require(PageAddress(Self.film))
    for day in [10, 11, 13] {
      _ = try shelf.write { try $0.recordAbsence(address, status: 404, at: RoomShelf.day(day)) }
    }
    _ = try shelf.write { try $0.redact(PageKey(address), version: 1, reason: "asked for", at: RoomShelf.day(14)) }
    let name = try shelf.name(Self.film)
    let reader = LinkReader(try shelf.get("/timemap/link/\(Self.film)").text)
    #expect(reader["memento"] == [4, 3].map { "\(Self.host)/\(name.path)/\($0)/" })
    for version in [1, 5] {
      let answer = try shelf.get(.version(name, version))
      #expect(answer.field("Memento-Datetime") == nil)
    }
    #expect(try shelf.get(.version(name, 2)).field("Memento-Datetime") == Self.date(3))
    _ = try shelf.write { try $0.redact(PageKey(address), reason: "asked for", at: RoomShelf.day(15)) }
    #expect(try shelf.get("/timemap/link/\(Self.film)").status == 404)
    #expect(try Self.gate(shelf, nil).status == 404)
  }

  @Test("A date is spelled as RFC 1123 has it, and only that is read")
  func dates() {
    for (seconds, text) in [
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
      (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    ] {
      let moment = Timestamp(secondsSince1970: Int64(seconds))
      #expect(MementoDate.text(moment) == text)
      #expect(MementoDate.read(text) == moment)
    }
  }
}
