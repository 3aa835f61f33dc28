import Glibc
import StetArchive
import StetKit
import StetModel
import StetTestSupport
import Testing

@testable import StetReadingRoom

@Suite struct SiteExportTests {
  let sites: InventedSites

  init() throws {
    sites = try InventedSites()
    try sites.capture("http://reviews.example/film", title: "A quiet </script><b>film", on: 1) { $0.byline = "By Ada" }
    try sites.capture("http://reviews.example/film", title: "A loud film", on: 9)
    try sites.capture("http://reviews.example:8080/play", title: "A play", on: 3)
    try sites.capture("http://other.example/book", title: "Ein Buch über nichts", on: 2)
  }

  private func export(_ name: String, _ selection: ExportSelection = ExportSelection()) throws -> [String: String] {
    _ = try SiteExport(sites.room.shelf.archive, selection).write(toPath: sites.folder.path(name))
    return try files(sites.folder.path(name))
  }

  /// The files of a folder, by their paths below it.
  private func files(_ path: String) throws -> [String: String] {
    var found: [String: String] = [:]
    let stream = try #require(opendir(path))
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name == "." || name == ".." { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        for (inner, text) in try files("\(path)/\(name)") { found["\(name)/\(inner)"] = text }
      } else {
        found[name] = try text(of: "\(path)/\(name)")
      }
    }
    return found
  }

  private func text(of path: String) throws -> String {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What links of pages lead to, as paths below the folder.
  private func links(_ files: [String: String]) -> [(page: String, target: String)] {
    var found: [(page: String, target: String)] = []
    for (page, text) in files where page.hasSuffix(".html") {
      for name in ["href", "src", "action"] {
        for piece in text.split(separator: "\(name)=\"").dropFirst() {
          let link = piece.prefix { $0 != "\"" && $0 != "#" && $0 != "?" }
          if link.isEmpty || link.hasPrefix("http") { continue }
          var parts = page.split(separator: "/").dropLast().map(String.init)
          for part in link.split(separator: "/") {
            if part == ".." { if parts.popLast() == nil { parts = ["outside"] } } else { parts.append(decoded(part)) }
          }
          found.append((page, parts.joined(separator: "/")))
        }
      }
    }
    return found
  }

  private func decoded(_ text: Substring) -> String { String(text) }

  @Test("Every link of every page leads to a file of the folder, and no page needs anything else")
  func links() throws {
    let files = try export("Room")
    let links = links(files)
    #expect(links.count > 100)
    for link in links { #expect(files[link.target] != nil, "\(link)") }
    for (path, text) in files where path.hasSuffix(".html") {
      #expect(text.contains("http-equiv=\"Content-Security-Policy\""), "\(path)")
      #expect(!text.contains("<form class=\"choose\""), "\(path)")
      #expect(text.occurrences(of: "<h1") == 1, "\(path)")
      #expect(!text.contains("style=\""), "\(path)")
    }
    #expect(files.keys.contains { $0.hasSuffix("/1..2/index.html") })
    #expect(files.keys.contains { $0.hasSuffix("/1..2/inline/index.html") })
    #expect(!files.keys.contains { $0.hasSuffix(".response") })
  }

  @Test("The same archive gives the same bytes, on whatever day")
  func same() throws {
    #expect(try export("One") == export("Two"))
  }

  @Test("A folder that has anything in it is left alone")
  func occupied() throws {
    try sites.folder.write("Room/mine.txt", "mine")
    #expect(throws: ExportError.self) {
      try SiteExport(sites.room.shelf.archive, ExportSelection()).write(toPath: sites.folder.path("Room"))
    }
    #expect(try files(sites.folder.path("Room")) == ["mine.txt": "mine"])
  }

  @Test("An export that is stopped leaves nothing behind, in whatever folder it was at work")
  func stopped() throws {
    try sites.folder.write("Here/.keep", "")
    var pages = 0
    #expect(throws: ExportError.self) {
      try SiteExport(
        sites.room.shelf.archive, ExportSelection(), progress: { done, _ in pages = done }, shouldStop: { pages == 2 }
      ).write(toPath: sites.folder.path("Here/Room"))
    }
    #expect(try files(sites.folder.path("Here")) == [".keep": ""])
  }

  @Test("Hosts and a moment narrow it down: lists, counts and search know of nothing else")
  func selection() throws {
    let host = try export("Host", ExportSelection(hosts: ["reviews.example"]))
    #expect(!host.values.contains { $0.contains("other.example") })
    #expect(host["index.html"]?.contains("reviews.example_8080") == true)
    let since = try export("Since", ExportSelection(since: InventedSites.day(4)))
    #expect(!since.values.contains { $0.contains("other.example") || $0.contains("A play") })
    // A page that is in has all of its versions.
    #expect(since.keys.contains { $0.hasSuffix("/1/index.html") })
    #expect(since["index.html"]?.contains("<td class=\"number\">1</td><td class=\"number\">2</td>") == true)
    for files in [host, since] { for link in links(files) { #expect(files[link.target] != nil, "\(link)") } }
  }

  @Test(
    "The search's data is a script in which nothing of a page can end the script, and whose links lead to the pages")
  func search() throws {
    let files = try export("Room")
    let data = try #require(files["search/pages-1.js"])
    let start = "(globalThis.stetPages ??= []).push(\n"
    #expect(data.hasPrefix(start) && data.hasSuffix(",\n);\n"))
    let lines = data.dropFirst(start.count).dropLast(5).split(separator: "\n").map {
      $0.hasSuffix(",") ? $0.dropLast() : $0
    }
    #expect(lines.count == 3)
    for line in lines {
      let entry = try #require(try JSONParser.parse(Array(line.utf8)).array)
      let link = try #require(entry[1].string)
      #expect(link.hasPrefix("../") && files[decoded(link.dropFirst(3))] != nil)
    }
    #expect(data.contains("Ein Buch über nichts"))
    let page = try #require(files["search/index.html"])
    #expect(page.contains("<noscript>") && page.contains("src=\"pages-1.js\"") && page.contains("src=\"search.js\""))
  }

  @Test("What could reorder or hide text is made visible in the search's data, as in the pages")
  func visible() throws {
    try sites.capture("http://strange.example/film", title: "Turned \u{202E}round\u{7}", on: 4) {
      $0.byline = "By A\u{202E}da"
    }
    let files = try export("Room")
    let data = try #require(files["search/pages-1.js"])
    #expect(data.contains("Turned ‹U+202E›round␇") && data.contains("By A‹U+202E›da"))
    for (path, text) in files where path.hasSuffix(".html") || path.hasSuffix(".js") {
      #expect(!text.unicodeScalars.contains("\u{202E}"), "\(path)")
    }
  }

  @Test("The feeds tell of the folder's pages, with links to them that hold wherever the folder stands")
  func feeds() throws {
    let files = try export("Room", ExportSelection(hosts: ["other.example"]))
    let all = try #require(files["changes.atom"])
    let feed = try AtomReader(Array(all.utf8))
    #expect(feed.entries.map(\.title) == ["Ein Buch über nichts"])
    let link = try #require(feed.entries.first?.links["alternate"])
    #expect(files[link] != nil)
    #expect(feed.links["alternate"] == "index.html")
    let host = try AtomReader(Array(try #require(files["pages/other.example/changes.atom"]).utf8))
    #expect(host.entries.count == 1)
    #expect(host.links["next"] == nil)
    let long = try export("All")
    #expect(try AtomReader(Array(try #require(long["changes.atom"]).utf8)).entries.count == 4)
    for entry in try AtomReader(Array(try #require(long["changes.atom"]).utf8)).entries {
      #expect(long[try #require(entry.links["alternate"])] != nil)
    }
  }

  @Test("A long list of pages is in parts, each a file with links to the others")
  func parts() throws {
    for number in 1...5 { try sites.capture("http://long.example/\(number)", on: 1) }
    let folder = try OutputFolder(sites.folder.path("Room"))
    var writing = SiteWriting(sites.room, ExportSelection(hosts: ["long.example"]), into: folder, pagesInPart: 2)
    try writing.run { _, _ in }
    try folder.commit()
    let files = try files(sites.folder.path("Room"))
    #expect(files["pages/long.example/index.html"]?.contains("long.example/2</span>") == true)
    #expect(files["pages/long.example/part-2/index.html"]?.contains("2 of 3") == true)
    #expect(files["pages/long.example/part-3/index.html"]?.contains("long.example/5</span>") == true)
    #expect(files["pages/long.example/part-4/index.html"] == nil)
    for link in links(files) { #expect(files[link.target] != nil, "\(link)") }
  }
}
