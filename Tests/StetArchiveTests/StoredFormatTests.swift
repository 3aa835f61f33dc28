import Glibc
import StetArchive
import StetDigest
import StetModel
import Testing

private let samplesPath = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Samples"

/// Archives as they were written when their format was new. They are never written anew: `Tests/Samples/README.md`.
@Suite(.enabled(if: exists("\(samplesPath)/README.md"), "Tests/Samples is not here"))
struct StoredFormatTests {
  static let formats = ["format-1"]

  /// What each visit of each page found, one a line: page, moment, outcome, version, and what it says.
  private func history(_ archive: Archive) throws -> [String] {
    try archive.pages().flatMap { page in
      try archive.visits(of: page).map { visit in
        let text = try visit.version.flatMap { try archive.snapshot($0, of: page).snapshot.review?.bodyText }
        return "\(page.key) \(visit.at) \(visit.outcome) \(visit.version ?? 0) \(CompactJSON.text(text ?? ""))"
      }
    }
  }

  /// The lines of a file, of which the first is the head.
  private func expected(_ format: String) throws -> [String] {
    try readText("\(samplesPath)/\(format).txt").split(separator: "\n").map(String.init)
  }

  /// A copy of a sample, as `Archive` in a folder of its own.
  private func copy(_ format: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try copyTree("\(samplesPath)/\(format)", to: folder.archive)
    return folder
  }

  @Test("It is whole, has the head that it had, and says what it said", arguments: formats)
  func whole(format: String) throws {
    let archive = try Archive.open(at: "\(samplesPath)/\(format)")
    let report = try archive.report()
    #expect(report.findings.filter { $0.code != .redacted } == [])
    #expect(report.findings.count == 3)
    #expect(try ["\(report.head)"] + history(archive) == expected(format))
    // The response of whatever has text says so, too.
    for page in try archive.pages() {
      for version in try archive.versions(of: page) {
        let snapshot = try archive.snapshot(version, of: page).snapshot
        guard let text = snapshot.review?.bodyText, snapshot.response?.record != nil else { continue }
        let body = try #require(try archive.response(of: snapshot)).body
        #expect(Digest.sha256(of: body) == snapshot.response?.payload)
        #expect(String(decoding: body, as: UTF8.self).contains(text))
      }
    }
  }

  @Test(
    "It is gone on with as it stands: not a byte of what was stored changes, and all of it is found", arguments: formats
  )
  func goesOn(format: String) throws {
    let folder = try copy(format)
    let before = try files(of: folder.archive)
    let writer = try ArchiveWriter.open(at: folder.archive, keepsIndex: true)
    let page = try writer.archive.find(film)
    let count = try writer.archive.versions(of: page).count
    #expect(try writer.record(evidenced(film, says: "The keeper has gone.", at: day(30))).version == count + 1)
    _ = try writer.record(evidenced("http://reviews.example/gone", says: "It is back.", at: day(30)))
    writer.close()
    let report = try writer.archive.report()
    #expect(report.isWhole, "\(report.findings)")
    for (path, bytes) in before {
      let now = try readBytes("\(folder.archive)\(path)")
      // Logs and WARC files grow at their ends; the lines of an index are sorted.
      let isSame = path.hasSuffix(".json") || path.hasSuffix(".body") ? now == bytes : now.starts(with: bytes)
      #expect(isSame || path.hasSuffix(".cdxj"), "\(path)")
    }
    let index = try #require(writer.archive.index(.build))
    #expect(try index.search(SearchQuery("keeper"), limit: 10).total >= 1)
    #expect(try index.search(SearchQuery("name"), limit: 10).total == 0)
  }

  @Test("It is merged into an archive of today's, and the chain of it is proved there", arguments: formats)
  func merged(format: String) throws {
    let folder = try TemporaryFolder()
    let source = try Archive.open(at: "\(samplesPath)/\(format)")
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(evidenced(film, says: "Seen here, too.", at: day(20)))
    _ = try writer.merge(source)
    writer.close()
    #expect(try writer.archive.report().isWhole)
    #expect(try writer.archive.pages().map(\.key) == source.pages().map(\.key))
    #expect(try writer.archive.versions(of: writer.archive.find(film)).count > 4)
  }

  /// The files below a folder, but those of this machine only.
  private func files(of folder: String, _ path: String = "") throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for name in names(in: folder + path) where path + name != "state" {
      let below = "\(path)/\(name)"
      if fileIsFolder(folder + below) {
        found.merge(try files(of: folder, below)) { $1 }
      } else {
        found[below] = try readBytes(folder + below)
      }
    }
    return found
  }
}

extension CompactJSON {
  /// A text as a JSON string.
  fileprivate static func text(_ text: String) -> String { String(decoding: bytes(.string(text)), as: UTF8.self) }
}
