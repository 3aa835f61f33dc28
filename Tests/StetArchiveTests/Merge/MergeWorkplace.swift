import StetArchive
import StetDigest
import StetModel
import StetTestSupport
import Testing

/// Two archives, and what can be asked of both.
struct MergeWorkplace {
  let folder: TemporaryFolder
  var here: String { "\(folder.path)/here" }
  var there: String { "\(folder.path)/there" }

  init() throws { folder = try TemporaryFolder() }

  /// Writes into an archive.
  func write(_ path: String, _ body: (ArchiveWriter) throws -> Void) throws {
    let writer = try ArchiveWriter.open(at: path)
    defer { writer.close() }
    try body(writer)
  }

  /// Takes one archive over into another.
  @discardableResult
  func merge(_ other: String, into path: String, rehearsal: Bool = false) throws -> (MergeReport, [MergedPage]) {
    let writer = try ArchiveWriter.open(at: path)
    defer { writer.close() }
    var pages: [MergedPage] = []
    let report = try writer.merge(Archive.open(at: other), isRehearsal: rehearsal, receive: { pages.append($0) })
    return (report, pages)
  }

  /// All that stands in an archive but what is of this machine only, by path.
  func files(_ path: String, below: String = "") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in names(in: "\(path)/\(below)") {
      let place = below.isEmpty ? name : "\(below)/\(name)"
      if name.hasPrefix("index.sqlite") || place == "state" { continue }
      if fileIsFolder("\(path)/\(place)") {
        files.merge(try self.files(path, below: place)) { $1 }
      } else {
        files[place] = try readBytes("\(path)/\(place)")
      }
    }
    return files
  }

  /// The lines of a page's log.
  func lines(_ path: String, _ page: String = film) throws -> [String] {
    guard let found = try Archive.open(at: path).page(key(page)) else { return [] }
    return try readText("\(path)/\(found.folder)/visits.jsonl").split(separator: "\n").map(String.init)
  }

  /// A line as it stood where it was first written, by the format document alone.
  static func origin(_ line: String) throws -> String {
    var object = try #require(try JSONParser.parse(Array(line.utf8)).object)
    guard let merged = object["merged"] else { return line }
    object["merged"] = nil
    object["check"] = nil
    for member in merged["was"]?.object?.members ?? [] {
      object[member.name] = member.value == .null ? nil : member.value
    }
    let check = Digest.sha256(of: CanonicalJSON.bytes(.object(object))).hexadecimal.prefix(16)
    object["check"] = .string(String(check))
    let original = String(decoding: CanonicalJSON.bytes(.object(object)), as: UTF8.self)
    #expect(merged["digest"]?.string == Digest.sha256(of: original).description)
    return try origin(original)
  }

  /// All that is known of a page, wherever it was learned.
  func origins(_ path: String, _ page: String = film) throws -> Set<String> {
    Set(try lines(path, page).map(Self.origin))
  }

  /// Records something at random.
  static func record(
    _ writer: ArchiveWriter, _ pages: [String], days: ClosedRange<Int>, using random: inout SeededGenerator
  ) throws {
    let page = try #require(pages.randomElement(using: &random))
    let at = day(Int.random(in: days, using: &random))
    let text = "Text \(Int.random(in: 1...3, using: &random))."
    switch Int.random(in: 0..<10, using: &random) {
    case 0: _ = try writer.quarantine(capture(page, says: text, at: at), reason: "block page", body: [1])
    case 1: _ = try writer.quarantine(evidenced(page, says: text, at: at), code: "bot-wall", reason: "a wall", body: [])
    case 2, 3: _ = try writer.recordAbsence(address(page), status: 404, at: at)
    case 4:
      _ = try? writer.recordNotModified(
        address(page), at: at, exchanges: [exchange(page, says: "", at: at, status: 304)])
    case 5: _ = try writer.record(capture(page, says: text, at: at, cause: .import, aliases: ["http://old.example/"]))
    case 6:
      guard let found = try writer.archive.page(key(page)),
        let entry = try writer.archive.quarantine(of: found).randomElement(using: &random)
      else { return }
      _ = try writer.accept(entry)
    default: _ = try writer.record(evidenced(page, says: text, at: at, from: "http://reviews.example/go"))
    }
  }
}
