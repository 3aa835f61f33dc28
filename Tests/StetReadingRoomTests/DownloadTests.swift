import Glibc
import StetArchive
import StetModel
import StetTestSupport
import Testing

@testable import StetReadingRoom

@Suite("Downloads")
struct DownloadTests {
  static let film = "http://reviews.example/film"

  @Test("A snapshot is handed out byte for byte as stored")
  func snapshot() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1)
    let name = try shelf.name(Self.film)
    let answer = try shelf.get(.snapshot(name, 1))
    #expect(answer.status == 200)
    #expect(answer.field("Content-Type") == "application/json")
    #expect(try answer.bytes == shelf.folder.read("Archive/\(name.path)/1.json"))
    #expect(try shelf.get(.snapshot(name, 2)).status == 404)
    #expect(try shelf.get("/pages/reviews.example/none~0123456789/1.json").status == 404)
  }

  @Test("What the server sent is for saving, never for showing on our origin")
  func response() throws {
    let shelf = try RoomShelf()
    let source = "<!DOCTYPE html><script>alert(1)</script><p>It begins."
    try shelf.store(Self.film, says: "It begins.", on: 1, source: source)
    let answer = try shelf.get(.response(shelf.name(Self.film), 1))
    #expect(answer.status == 200)
    #expect(answer.field("Content-Type") == "application/octet-stream")
    #expect(answer.field("X-Content-Type-Options") == "nosniff")
    #expect(answer.field("Content-Disposition") == "attachment; filename=\"film.1.response\"")
    #expect(try answer.text == source)
  }

  @Test("Of a text on several pages what the server sent for each is handed out, and linked on the version's page")
  func parts() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, on: 1, pages: ["<p>It begins.", "<p>It goes on.", "<p>It ends."])
    let name = try shelf.name(Self.film)
    for (part, text) in [(1, "<p>It begins."), (2, "<p>It goes on."), (3, "<p>It ends.")] {
      let answer = try shelf.get(.response(name, 1, part: part))
      #expect(try answer.text == text)
      #expect(answer.field("Content-Type") == "application/octet-stream")
      let ending = part > 1 ? "-\(part)" : ""
      #expect(answer.field("Content-Disposition") == "attachment; filename=\"film.1.response\(ending)\"")
      #expect(try shelf.get(.version(name, 1)).text.contains("1.response\(ending)\" download>"))
    }
    #expect(try shelf.get(.response(name, 1, part: 4)).status == 404)
    _ = try shelf.write {
      try $0.redact(PageKey(try #require(PageAddress(Self.film))), reason: "asked for", at: RoomShelf.day(2))
    }
    for part in 1...3 { #expect(try shelf.get(.response(name, 1, part: part)).status == 410) }
  }

  @Test("A version whose response was never kept has none to hand out")
  func noResponse() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1)
    #expect(try shelf.get(.response(shelf.name(Self.film), 1)).status == 404)
  }

  @Test("A response that was redacted is gone, and the answer says why")
  func redacted() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1, source: "<p>It begins.")
    _ = try shelf.write {
      try $0.redact(
        PageKey(try #require(PageAddress(Self.film))), reason: "asked for by <the author>", at: RoomShelf.day(2))
    }
    let answer = try shelf.get(.response(shelf.name(Self.film), 1))
    #expect(answer.status == 410)
    #expect(try answer.text.contains("asked for by &lt;the author&gt;"))
    #expect(try !answer.text.contains("It begins."))
    let snapshot = try shelf.get(.snapshot(shelf.name(Self.film), 1))
    #expect(snapshot.status == 200)
    #expect(try snapshot.json["review"] == nil)
  }

  @Test("WARC files and their indexes are handed out whole")
  func evidence() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1, source: "<p>It begins.")
    let warc = try Self.warcName(shelf)
    for name in [warc, "\(warc).cdxj"] {
      let answer = try shelf.get(.warc("warc/2026/11/\(name)"))
      #expect(answer.status == 200)
      #expect(answer.field("Content-Disposition") == "attachment; filename=\"\(name)\"")
      #expect(answer.field("Content-Type") == "application/octet-stream")
      #expect(try answer.bytes == shelf.folder.read("Archive/warc/2026/11/\(name)"))
    }
  }

  @Test("Nothing else in the archive is handed out as evidence, and no symbolic link is followed out of it")
  func strangers() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1, source: "<p>It begins.")
    let warc = try Self.warcName(shelf)
    try shelf.folder.write("Archive/warc/2026/11/notes.txt", "a secret")
    try shelf.folder.write("elsewhere/\(warc)", "a secret")
    let link = warc.replacing("-00001-", with: "-00002-")
    #expect(symlink(shelf.folder.path("elsewhere/\(warc)"), shelf.folder.path("Archive/warc/2026/11/\(link)")) == 0)
    #expect(symlink(shelf.folder.path("elsewhere"), shelf.folder.path("Archive/warc/2026/12")) == 0)
    for path in [
      "warc/2026/11/notes.txt", "warc/2026/11/\(link)", "warc/2026/12/\(warc)", "warc/2026/11/\(warc)x",
      "warc/2026/11/\(warc).cdxj.cdxj", "warc/26/11/\(warc)", "warc/2026/1a/\(warc)",
    ] {
      let answer = try shelf.get(.warc(path))
      #expect(answer.status == 404, "\(path)")
      #expect(try !answer.text.contains("a secret"))
    }
    for path in ["/state/changes", "/stet-archive.json", "/warc/2026/11/..%2f..%2f..%2fstet-archive.json"] {
      #expect(try shelf.get(path).status == 404)
    }
  }

  @Test("A symbolic link in the place of a version is not followed, wherever it leads, and hides none of the others")
  func linkedVersion() throws {
    let shelf = try RoomShelf()
    try shelf.store(Self.film, says: "It begins.", on: 1)
    try shelf.store(Self.film, says: "It goes on.", on: 2)
    let name = try shelf.name(Self.film)
    let file = shelf.folder.path("Archive/\(name.path)/1.json")
    #expect(rename(file, shelf.folder.path("elsewhere.json")) == 0)
    #expect(symlink(shelf.folder.path("elsewhere.json"), file) == 0)
    for path in ["1.json", "1/", "1..2/"] {
      let answer = try shelf.get("/\(name.path)/\(path)")
      #expect(answer.status == 500, "\(path)")
      #expect(try !answer.text.contains("It begins."))
    }
    #expect(try shelf.get(.version(name, 2)).text.contains("It goes on."))
    #expect(try shelf.get(.page(name)).status == 200)
  }

  @Test(
    "A file name cannot end its field, lead into a folder, or look like another",
    arguments: [
      ("film.1.response", "attachment; filename=\"film.1.response\""),
      ("a\"; filename=\"b.exe", "attachment; filename=\"a__ filename=_b.exe\""),
      ("../../etc/passwd", "attachment; filename=\"_.._etc_passwd\""),
      ("a\r\nSet-Cookie: x=1", "attachment; filename=\"aSet-Cookie_ x=1\""),
      ("..", "attachment; filename=\"download\""), ("", "attachment; filename=\"download\""),
      ("ko\u{202E}gpj.exe", "attachment; filename=\"kogpj.exe\""),
      ("é", "attachment; filename=\"_\"; filename*=UTF-8''%C3%A9"),
      ("a%41b", "attachment; filename=\"a_41b\""),
    ])
  func names(_ name: String, _ field: String) { #expect(ContentDisposition.attachment(name) == field) }

  private static func warcName(_ shelf: RoomShelf) throws -> String {
    let folder = try #require(opendir(shelf.folder.path("Archive/warc/2026/11")))
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return try #require(names.first { $0.hasSuffix(".warc.gz") })
  }
}
