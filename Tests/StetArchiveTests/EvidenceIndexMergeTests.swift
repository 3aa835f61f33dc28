import StetTestSupport
import Testing

@testable import StetArchive

@Suite struct EvidenceIndexMergeTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  /// The index after the merge, with this in it before.
  private func merged(_ standing: [String], _ added: [String], sortedLength: Int? = nil) throws -> String {
    let before = standing.map { $0 + "\n" }.joined()
    let path = try folder.write("index.cdxj", before + added.map { $0 + "\n" }.joined())
    var merge = try EvidenceIndexMerge(path, sortedLength: sortedLength ?? before.utf8.count)
    var bytes: [UInt8] = []
    while let piece = try merge.piece() { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Lines that were added come to their places among those that stand in order, each once")
  func places() throws {
    #expect(try merged(["b", "d", "f"], ["e", "a", "d", "g", "a"]) == "a\nb\nd\ne\nf\ng\n")
    #expect(try merged([], ["b", "a"]) == "a\nb\n")
    #expect(try merged(["a", "b"], []) == "a\nb\n")
    #expect(try merged([], []) == "")
  }

  @Test("Lines of any number and length come out in the order of their bytes")
  func many() throws {
    let lines = (0..<4000).map { "\($0 * 7919 % 4000) " + String(repeating: "x", count: $0 % 300) }
    let standing = lines[..<3000].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let all = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(try merged(standing, Array(lines[3000...])) == all.map { $0 + "\n" }.joined())
  }

  @Test("Lines that should stand in order and do not are damage; nothing is taken for granted of what was added")
  func disorder() throws {
    let error = #expect(throws: ArchiveError.self) { try merged(["b", "a"], ["c"]) }
    #expect(error?.code == .damaged)
    #expect(try merged(["b", "a"], ["c"], sortedLength: 0) == "a\nb\nc\n")
  }
}
