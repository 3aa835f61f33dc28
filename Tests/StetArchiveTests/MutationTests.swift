import Glibc
import StetArchive
import StetDigest
import StetModel
import Testing

/// What is done to an archive behind stet's back, verify names.
@Suite struct MutationTests {
  private let base: TemporaryFolder

  /// Two pages, three versions, a redirect, a repetition, a 304, an observation, two WARC files.
  init() throws {
    base = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: base.archive, maximumWARCBytes: 3000)
    _ = try writer.record(evidenced(film, says: "One.", at: day(1), from: "http://reviews.example/old"))
    _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
    _ = try writer.record(evidenced(film, says: "Two.", at: day(3)))
    _ = try writer.recordNotModified(
      address(film), at: day(4), exchanges: [exchange(film, says: "", at: day(4), status: 304)])
    _ = try writer.quarantine(evidenced(film, says: "Cookies?", at: day(5)), reason: "consent", body: [])
    _ = try writer.record(evidenced("http://reviews.example/book", says: "A book.", at: day(6)))
    writer.close()
    #expect(try writer.archive.report().findings == [])
  }

  /// The files that make up the archive; the lock is of the machine only.
  private func files(_ folder: String = "") -> [String] {
    names(in: "\(base.archive)\(folder)").flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      if path == "/state" { return [] }
      let below = files(path)
      return below.isEmpty ? [path] : below
    }
  }

  /// In how many steps a file is gone through: one byte at a time with STET_EVERY_BYTE=1, which takes minutes.
  private let step = getenv("STET_EVERY_BYTE") == nil ? 23 : 1

  /// Whether anything is said about the archive as it is.
  private func isNoticed() -> Bool {
    guard let archive = try? Archive.open(at: base.archive), let report = try? archive.report() else { return true }
    return !report.findings.isEmpty
  }

  @Test("Whatever byte of whatever file is changed, in its lowest bit or in all of them: it is noticed")
  func everyByte() throws {
    for file in files() {
      let path = "\(base.archive)\(file)"
      let bytes = try readBytes(path)
      for index in stride(from: 0, to: bytes.count, by: step) {
        for mask in [UInt8(0x01), 0xFF] {
          var changed = bytes
          changed[index] ^= mask
          try writeBytes(changed, to: path)
          #expect(isNoticed(), "\(file), byte \(index) ^ \(mask)")
        }
      }
      try writeBytes(bytes, to: path)
    }
    #expect(!isNoticed())
  }

  @Test("Whatever is put in between two bytes of whatever file, a blank or a line break, too: it is noticed")
  func everyGap() throws {
    // Who writes that one by hand is free to space it.
    for file in files() where file != "/stet-archive.json" {
      let path = "\(base.archive)\(file)"
      let bytes = try readBytes(path)
      for index in Array(stride(from: 0, to: bytes.count, by: step * 4 - 3)) + [bytes.count] {
        for byte in Array(" \n\u{0}".utf8) {
          try writeBytes(bytes[..<index] + [byte] + bytes[index...], to: path)
          #expect(isNoticed(), "\(file), \(byte) before byte \(index)")
        }
      }
      try writeBytes(bytes, to: path)
    }
    #expect(!isNoticed())
  }

  @Test("Whatever file is cut off, and wherever: it is noticed")
  func everyLength() throws {
    for file in files() {
      let path = "\(base.archive)\(file)"
      let bytes = try readBytes(path)
      for length in stride(from: bytes.count - 1, through: 0, by: -step) {
        // A visit log that ends with a whole line is an archive that might have been: only a head kept elsewhere tells, or
        // a version or observation that no visit names.
        if file.hasSuffix("visits.jsonl"), length > 0, bytes[length - 1] == 10 { continue }
        // Its newline is for people.
        if file == "/stet-archive.json", length == bytes.count - 1 { continue }
        try writeBytes(Array(bytes.prefix(length)), to: path)
        #expect(isNoticed(), "\(file), cut to \(length) bytes")
      }
      try writeBytes(bytes, to: path)
    }
  }

  @Test("Every file: removed, doubled in another folder, or in the place of any other, it is noticed")
  func everyFile() throws {
    let files = files()
    for file in files {
      let path = "\(base.archive)\(file)"
      let bytes = try readBytes(path)
      #expect(unlinkFile(path))
      #expect(isNoticed(), "\(file) removed")
      for other in files where other != file {
        let otherBytes = try readBytes("\(base.archive)\(other)")
        try writeBytes(otherBytes, to: path)
        try writeBytes(bytes, to: "\(base.archive)\(other)")
        #expect(isNoticed(), "\(file) and \(other) swapped")
        try writeBytes(otherBytes, to: "\(base.archive)\(other)")
      }
      try writeBytes(bytes, to: path)
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      try writeBytes(bytes, to: "/\(folder)/copy-of-a-file")
      if file != "/stet-archive.json" { #expect(isNoticed(), "\(file) copied") }
      #expect(unlinkFile("/\(folder)/copy-of-a-file"))
    }
    #expect(!isNoticed())
  }

  @Test("A snapshot that is edited and given a fitting digest is noticed, the newest too", arguments: [1, 2])
  func rehashed(version: Int) throws {
    let archive = try Archive.open(at: base.archive)
    let page = try archive.find(film)
    var snapshot = try archive.snapshot(version, of: page).snapshot
    snapshot.review?.title = "Forged"
    try writeBytes(SealedSnapshot.seal(snapshot).bytes, to: "\(base.archive)/\(page.folder)/\(version).json")
    #expect(try archive.complaints().contains("replaced-snapshot \(version).json"))
  }

  @Test("An index of before is noticed, and repair makes it anew; nothing else is changed by a repair")
  func oldIndex() throws {
    let index = try #require(files().last { $0.hasSuffix(".cdxj") })
    let path = "\(base.archive)\(index)"
    let bytes = try readBytes(path)
    let all = try files().map { [$0: try readBytes("\(base.archive)\($0)")] }
    for broken in [[], Array(bytes.prefix(40)), bytes + bytes, Array("nonsense\n".utf8)] {
      try writeBytes(broken, to: path)
      #expect(
        try Archive.open(at: base.archive).complaints() == ["broken-index \(index.split(separator: "/").last ?? "")"])
      let writer = try ArchiveWriter.open(at: base.archive)
      #expect(try writer.repair().map(\.path) == [String(index.dropFirst())])
      writer.close()
      #expect(try files().map { [$0: try readBytes("\(base.archive)\($0)")] } == all)
      #expect(!isNoticed())
    }
  }

  @Test("What repair cuts off a WARC file is kept, and a capture that is gone stays a finding")
  func repairedTail() throws {
    let file = try #require(files().last { $0.hasSuffix(".warc.gz") })
    let path = "\(base.archive)\(file)"
    let bytes = try readBytes(path)
    try writeBytes(Array(bytes.dropLast()), to: path)
    let writer = try ArchiveWriter.open(at: base.archive)
    let done = try writer.repair()
    writer.close()
    #expect(done.map(\.code) == [.leftover, .brokenIndex])
    let kept = names(in: "\(base.archive)/quarantine/_warc")
    #expect(kept.count == 1)
    let tail = try readBytes("\(base.archive)/quarantine/_warc/\(kept[0])")
    #expect(try readBytes(path) + tail == Array(bytes.dropLast()))
    #expect(try writer.archive.complaints() == ["missing-record visits.jsonl"])
  }
}
