import StetGzip
import Testing

@Suite struct GzipTests {
  private let text = Array("Let it stand, said the editor, and it stood. ".utf8)

  @Test("What is compressed comes back byte for byte", arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_003])
  func roundTrip(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
    let member = try Gzip.compress(bytes)
    #expect(Gzip.isGzip(member))
    #expect(try Gzip.decompress(member, maximumBytes: count) == bytes)
  }

  @Test("The same bytes always give the same member: no time, no name")
  func deterministic() throws {
    #expect(try Gzip.compress(text) == Gzip.compress(text))
    #expect(Array(try Gzip.compress(text)[3..<8]) == [0, 0, 0, 0, 0])
  }

  @Test("A higher level makes a repetitive text smaller; a level out of range counts as the nearest")
  func levels() throws {
    let long = Array(repeatElement(text, count: 100).joined())
    #expect(try Gzip.compress(long, level: 9).count < Gzip.compress(long, level: 0).count)
    #expect(try Gzip.compress(long, level: 99) == Gzip.compress(long, level: 9))
    #expect(try Gzip.compress(long, level: -1) == Gzip.compress(long, level: 0))
  }

  @Test("Members one after the other are one content (RFC 1952, 2.2)")
  func members() throws {
    let bytes = try Gzip.compress(text) + Gzip.compress([]) + Gzip.compress(Array("The end.".utf8))
    #expect(try Gzip.decompress(bytes, maximumBytes: 1000) == text + Array("The end.".utf8))
  }

  @Test("A member cut anywhere is truncated, never a shorter content")
  func truncated() throws {
    let member = try Gzip.compress(text)
    for end in member.indices {
      let error = #expect(throws: GzipError.self) {
        try Gzip.decompress(Array(member[..<end]), maximumBytes: 1000)
      }
      #expect(error?.code == .truncated, "cut at \(end)")
    }
  }

  @Test("A second member cut in the middle is truncated")
  func truncatedSecond() throws {
    let member = try Gzip.compress(text)
    let error = #expect(throws: GzipError.self) {
      try Gzip.decompress(member + member.dropLast(4), maximumBytes: 1000)
    }
    #expect(error?.code == .truncated)
  }

  @Test("A damaged checksum or length is corrupt, not truncated")
  func corrupt() throws {
    let member = try Gzip.compress(text)
    for position in [member.count - 1, member.count - 5] {
      var damaged = member
      damaged[position] ^= 0x40
      let error = #expect(throws: GzipError.self) { try Gzip.decompress(damaged, maximumBytes: 1000) }
      #expect(error?.code == .corrupt)
    }
  }

  @Test("What follows the last member must be gzip or zero padding")
  func trailing() throws {
    let member = try Gzip.compress(text)
    #expect(try Gzip.decompress(member + [0, 0, 0], maximumBytes: 1000) == text)
    let error = #expect(throws: GzipError.self) { try Gzip.decompress(member + [0, 1], maximumBytes: 1000) }
    #expect(error?.code == .corrupt)
  }

  @Test("Bytes that are not gzip are said to be so")
  func notGzip() {
    #expect(!Gzip.isGzip(text))
    #expect(!Gzip.isGzip([0x1F, 0x8B]))
    let error = #expect(throws: GzipError.self) { try Gzip.decompress(text, maximumBytes: 1000) }
    #expect(error?.code == .notGzip)
  }

  @Test("A content over the limit is an error, not a short content; at the limit it is whole")
  func limit() throws {
    let bomb = try Gzip.compress([UInt8](repeating: 0, count: 10_000_000))
    #expect(bomb.count < 20_000)
    #expect(try Gzip.decompress(bomb, maximumBytes: 10_000_000).count == 10_000_000)
    for limit in [0, 1, 9_999_999] {
      let error = #expect(throws: GzipError.self) { try Gzip.decompress(bomb, maximumBytes: limit) }
      #expect(error?.code == .tooLarge)
    }
  }

  @Test("The limit counts all members together")
  func limitOverMembers() throws {
    let member = try Gzip.compress(text)
    let error = #expect(throws: GzipError.self) {
      try Gzip.decompress(member + member, maximumBytes: text.count * 2 - 1)
    }
    #expect(error?.code == .tooLarge)
  }
}
