import StetGzip
import StetModel
import StetWARC
import Testing

/// What the reader makes of files as they are found.
@Suite struct WARCReaderTests {
  /// A file of a warcinfo and three captures, by the writer.
  private func records() throws -> [WARCRecord] {
    let names = Exchanges.names()
    let info = Warcinfo(id: names(), date: Exchanges.moment, filename: "x.warc.gz").record
    let bodies = ["<p>Stet.</p>", "", String(repeating: "<p>Dele.</p>", count: 9)]
    return [info] + (try bodies.flatMap { WARCCapture(try Exchanges.page(body: $0), newID: names).records })
  }

  private func all(_ reader: WARCReader) throws -> [StoredWARCRecord] {
    var records: [StoredWARCRecord] = []
    while let record = try reader.record(maximumBlockBytes: 1 << 20) { records.append(record) }
    return records
  }

  /// A source that hands over a few bytes at a time.
  private func reader(_ content: [UInt8], pieces: Int) -> WARCReader {
    var rest = content[...]
    return WARCReader { () throws(WARCError) -> [UInt8] in
      defer { rest = rest.dropFirst(pieces) }
      return Array(rest.prefix(pieces))
    }
  }

  private func code(_ work: () throws -> Void) -> WARCError.Code? {
    do {
      try work()
      return nil
    } catch {
      return (error as? WARCError)?.code
    }
  }

  @Test("What was written is read, with its place in the file", arguments: [true, false], [1, 7, 1 << 16])
  func roundTrip(gzip: Bool, pieces: Int) throws {
    let records = try records()
    let parts = try records.map { gzip ? try $0.member() : $0.bytes }
    let file = parts.flatMap(\.self)
    let read = try all(reader(file, pieces: pieces))
    #expect(read.map(\.record) == records)
    #expect(read.map(\.length) == parts.map(\.count))
    #expect(read.map(\.offset) == parts.indices.map { parts[..<$0].map(\.count).reduce(0, +) })
    for one in read {
      let length = try #require(one.length)
      #expect(try all(WARCReader(Array(file[one.offset..<one.offset + length]))).map(\.record) == [one.record])
    }
  }

  @Test("A file in one gzip member is read; its records have no place of their own")
  func oneMember() throws {
    let records = try records()
    let read = try all(WARCReader(try Gzip.compress(records.flatMap(\.bytes))))
    #expect(read.map(\.record) == records)
    #expect(read.allSatisfy { $0.length == nil && $0.offset == 0 })
  }

  @Test("Members that have nothing to do with the records are read", arguments: [1, 10, 100, 333])
  func blockwise(size: Int) throws {
    let records = try records()
    let plain = records.flatMap(\.bytes)
    let file = try stride(from: 0, to: plain.count, by: size).flatMap {
      try Gzip.compress(Array(plain[$0..<min($0 + size, plain.count)]))
    }
    #expect(try all(WARCReader(file)).map(\.record) == records)
  }

  @Test("WARC/1.0 with angle brackets, LF, folded fields and stray line ends is read")
  func foreign() throws {
    let text = """

      WARC/1.0
      WARC-Type: response
      WARC-Record-ID: <urn:uuid:01234567-89AB-CDEF-0123-456789ABCDEF>
      WARC-Target-URI: <http://example.org/a>
      WARC-Date: 2012-11-22T06:00:03.123456Z
      content-type:application/http;
      \tmsgtype=response
      CONTENT-LENGTH:   5

      Hello



      WARC/0.18
      WARC-Type: odd
      WARC-Date: 20121122060003
      Content-Length: 0
      """
    let read = try all(WARCReader(Array("\(text)\n\n".utf8)))
    try #require(read.count == 2)
    let head = read[0].record.head
    #expect(head.version == "1.0" && head.type == .response)
    #expect(head.recordID == "urn:uuid:01234567-89AB-CDEF-0123-456789ABCDEF")
    #expect(head.targetURI == "http://example.org/a")
    #expect(head.date == Timestamp("2012-11-22T06:00:03Z"))
    #expect(head.isHTTP && head["Content-Type"] == "application/http; msgtype=response")
    #expect(read[0].record.block == Array("Hello".utf8))
    #expect(read[0].offset == 1)
    #expect(read[1].record.head.type == nil && read[1].record.block.isEmpty)
    #expect(read[1].record.head.date == Timestamp("2012-11-22T06:00:03Z"))
  }

  @Test("Cut anywhere, a file says up to where it is whole", arguments: [true, false])
  func cut(gzip: Bool) throws {
    let parts = try records().prefix(4).map { gzip ? try $0.member() : $0.bytes }
    let file = parts.flatMap(\.self)
    let starts = parts.indices.map { parts[..<$0].map(\.count).reduce(0, +) }
    for length in 1..<file.count {
      let reader = WARCReader(Array(file[..<length]))
      var count = 0
      var failure: WARCError?
      do throws(WARCError) {
        while try reader.record(maximumBlockBytes: 1 << 20) != nil { count += 1 }
      } catch {
        failure = error
      }
      let whole = starts.lastIndex { $0 <= length } ?? 0
      if starts.contains(length) {
        #expect(failure == nil && count == whole)
      } else if !gzip, failure == nil {
        // Only the line ends behind the last block are missing.
        #expect(count == whole + 1 && length >= starts[whole] + parts[whole].count - 4)
      } else {
        let code: WARCError.Code = gzip && length < 3 ? .notWARC : .truncated
        #expect(failure?.code == code && failure?.offset == starts[whole] && count == whole, "cut at \(length)")
      }
    }
  }

  @Test("A flipped bit is an error or leaves every record as it was")
  func flipped() throws {
    let records = Array(try records().prefix(3))
    let file = try records.flatMap { try $0.member() }
    for index in file.indices {
      var copy = file
      copy[index] ^= 1 << (index % 8)
      let reader = WARCReader(copy)
      var read: [WARCRecord] = []
      let trouble = code { while let one = try reader.record(maximumBlockBytes: 1 << 20) { read.append(one.record) } }
      // Time and system in the head of a member are checked by nothing, and tell nothing.
      #expect((trouble != nil || read == records) as Bool, "byte \(index)")
      // A record that seems to share its member is handed over before the member's checksum; its own tells.
      #expect(zip(read, records).allSatisfy { $0 == $1 || $0.checkDigests().isBroken } as Bool, "byte \(index)")
    }
  }

  @Test("A block over the limit is an error, and the next record is read; in pieces it can be had")
  func longBlock() throws {
    let long = WARCCapture(try Exchanges.page(body: String(repeating: "x", count: 300_000))).records[0]
    let short = Warcinfo(date: Exchanges.moment, filename: "x").record
    let file = try long.member() + short.member()
    let reader = WARCReader(file)
    #expect(code { _ = try reader.record(maximumBlockBytes: 1000) } == .blockTooLong)
    #expect(try reader.record(maximumBlockBytes: 1000)?.record == short)
    #expect(try reader.record(maximumBlockBytes: 1000) == nil)

    let second = WARCReader(file)
    _ = try second.next()
    var block: [UInt8] = []
    while case let piece = try second.piece(), !piece.isEmpty {
      #expect(piece.count <= 1 << 16)
      block += piece
    }
    #expect(block == long.block)
  }

  @Test("Zero bytes behind the last member are padding, anything else is an error")
  func tail() throws {
    let record = try records()[0]
    let file = try record.member()
    #expect(try all(WARCReader(file + [0, 0, 0, 0])).map(\.record) == [record])
    let reader = WARCReader(file + Array("trash".utf8))
    #expect(try reader.record(maximumBlockBytes: 1000)?.record == record)
    #expect { try reader.next() } throws: {
      ($0 as? WARCError)?.code == .garbage && ($0 as? WARCError)?.offset == file.count
    }
    #expect(code { _ = try reader.next() } == .garbage)
    #expect(try !reader.resume())
  }

  @Test("Reading goes on behind damage when it is asked to", arguments: [true, false])
  func resume(gzip: Bool) throws {
    let records = try records()
    let parts = try records.map { gzip ? try $0.member() : $0.bytes }
    let reader = WARCReader(parts[0] + Array("x trash\r\n".utf8) + parts[1] + parts[2].prefix(40) + parts[3])
    var read: [WARCRecord] = []
    var troubles = 0
    while true {
      do throws(WARCError) {
        while let one = try reader.record(maximumBlockBytes: 1 << 20) { read.append(one.record) }
        break
      } catch {
        troubles += 1
        guard try reader.resume() else { break }
      }
    }
    #expect(troubles >= 1)
    #expect(read.starts(with: records[...1]) as Bool)
    // Without gzip nothing tells that the third is cut: it takes from the fourth what it lacks.
    #expect((read.last == records[3]) == gzip)
  }

  @Test("What is no WARC file is said to be none", arguments: ["", "<html>", "PK\u{3}\u{4}", "WARCH", "\n\n", "WARC"])
  func notWARC(content: String) throws {
    #expect(code { _ = try WARCReader(Array(content.utf8)).next() } == (content == "WARC" ? .truncated : .notWARC))
    #expect(code { _ = try WARCReader(try Gzip.compress(Array(content.utf8))).next() } != nil)
  }

  @Test("A head without a length, without colons or without end is refused")
  func heads() throws {
    func trouble(_ text: String) -> WARCError.Code? { code { _ = try WARCReader(Array(text.utf8)).next() } }
    #expect(trouble("WARC/1.1\r\nWARC-Type: response\r\n\r\n") == .malformedHead)
    #expect(trouble("WARC/1.1\r\nContent-Length: -1\r\n\r\n") == .malformedHead)
    #expect(trouble("WARC/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n") == .malformedHead)
    #expect(trouble("WARC/1.1\r\nContent-Length\r\n\r\n") == .malformedHead)
    #expect(trouble("WARC/1.1\r\nX: " + String(repeating: "x", count: 1 << 21)) == .headTooLong)
    #expect(trouble("WARC/1.1\r\n" + String(repeating: "X: y\r\n", count: 1 << 19)) == .headTooLong)
  }

  @Test("A damaged member is told with one remedy")
  func oneRemedy() throws {
    var bytes = try Gzip.compress(Array("WARC/1.1\r\n".utf8) + [UInt8](repeating: 65, count: 4000))
    for index in 12..<20 { bytes[index] = 0xFF }
    let error = try #require(throws: WARCError.self) { try WARCReader(bytes).next() }
    #expect(error.code == .damaged)
    #expect(error.message.split(separator: "Get the file again", omittingEmptySubsequences: false).count == 2)
  }
}
