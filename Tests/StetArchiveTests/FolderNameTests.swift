import StetArchive
import StetDigest
import StetModel
import Testing

@Suite struct FolderNameTests {
  @Test(
    "The folder shows host and path; the hash of the key tells pages apart",
    arguments: [
      ("http://reviews.example/2012/11/The-Film/", "reviews.example", "2012_11_the-film"),
      ("https://reviews.example:8443/a", "reviews.example_8443", "a"),
      ("http://reviews.example/", "reviews.example", "index"),
      ("http://reviews.example/?p=12&x=a%2Fb", "reviews.example", "p-12-x-a-b"),
      ("http://reviews.example/caf%C3%A9/%E6%98%A0%E7%94%BB", "reviews.example", "caf-_"),
      ("http://reviews.example/%E6%98%A0%E7%94%BB", "reviews.example", "index"),
      ("http://[2001:db8::1]:8080/x", "2001-db8-1_8080", "x"),
      ("http://reviews.example/a/..%2f..%2Fetc/passwd", "reviews.example", "a_..-..-etc_passwd"),
      ("http://reviews.example/con", "reviews.example", "_con"),
      ("http://reviews.example/NUL.html", "reviews.example", "_nul.html"),
      ("http://reviews.example/com7/", "reviews.example", "_com7"),
      ("http://aux/", "_aux", "index"),
      ("http://../x", "_", "x"),
      ("http://reviews.example/trailing.../", "reviews.example", "trailing"),
      ("http://reviews.example/nul%00byte%0Aline", "reviews.example", "nul-byte-line"),
    ])
  func names(address: String, host: String, slug: String) throws {
    let key = try key(address)
    let name = FolderName(key)
    let hash = Digest.sha256(of: key.description).hexadecimal.prefix(10)
    #expect(name.host == host)
    #expect(name.page == "\(slug == "caf-_" ? "caf" : slug)~\(hash)")
    #expect(FolderName.isPageFolder(name.page))
  }

  @Test("Names stay short, however long the address is, and pages stay apart")
  func longNames() throws {
    let long = String(repeating: "long-", count: 400)
    let one = FolderName(try key("http://\(long)x.example/\(long)?a"))
    let two = FolderName(try key("http://\(long)x.example/\(long)?b"))
    #expect(one.host.utf8.count <= 90)
    #expect(one.page.utf8.count <= 80)
    #expect(one.host == two.host)
    #expect(one.page != two.page)
  }

  @Test("Addresses that differ in case, query or a percent sign have folders that differ without regard to case")
  func caseFolding() throws {
    let addresses = ["/Film", "/film", "/film?", "/film?a=1", "/film?A=1", "/film%20", "/film-", "/film."]
    let folders = try Set(addresses.map { FolderName(try key("http://reviews.example\($0)")).description })
    // "/film?" has the key of "/film".
    #expect(folders.count == addresses.count - 1)
    #expect(folders.allSatisfy { $0 == ASCII.lowercased($0) })
  }

  @Test("A stored key that is no address still has a safe folder", arguments: ["", "../../etc", "nonsense", "/"])
  func strangeKeys(text: String) {
    let name = FolderName(PageKey(stored: text))
    #expect(name.host == "_")
    #expect(FolderName.isPageFolder(name.page))
  }

  @Test(
    "What is no page folder's name is not taken for one",
    arguments: ["a", "a~", "~0123456789", "a~012345678G", "A~0123456789", "a b~0123456789", "a~0123456789~"])
  func otherNames(name: String) { #expect(!FolderName.isPageFolder(name)) }

  @Test("Two pages whose folder names collide are never merged: the second is refused")
  func collision() throws {
    let folder = try TemporaryFolder()
    let first = "http://reviews.example/p?;+*!);!!"
    let second = "http://reviews.example/p?!'++;!'!"
    #expect(FolderName(try key(first)) == FolderName(try key(second)))
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture(first, says: "One.", at: day(1)))
    let error = try archiveError { _ = try writer.record(capture(second, says: "Two.", at: day(2))) }
    #expect(error.code == .folderCollision)
    #expect(try writer.archive.page(key(second)) == nil)
    #expect(try writer.archive.text(1, of: first) == "One.")
    #expect(try writer.archive.report().isWhole)
  }
}
