import Glibc
import StetGzip
import StetTestSupport
import StetZIP
import Testing

@Suite struct ZIPWriterTests {
  private func archive(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
    var zip = ZIPWriter()
    var out: [UInt8] = []
    for file in files {
      var crc = CRC32()
      crc.update(file.content)
      out += zip.header(file.name, length: UInt64(file.content.count), crc32: crc.value) + file.content
    }
    out += zip.end()
    #expect(zip.length == UInt64(out.count))
    return out
  }

  private static let tools: [String] = ["/usr/bin/unzip", "/usr/bin/python3"].filter { (tool: String) in
    access(tool, X_OK) == 0
  }

  /// What another reader of ZIP says; nil where it is not installed.
  private func check(_ path: String, _ tool: String, before: [String]) throws -> ProcessOutcome? {
    guard Self.tools.contains(tool) else { return nil }
    return try ProcessRun.run(tool, before + [path], environment: [:])
  }

  @Test("The bytes are those of the specification, and always the same")
  func bytes() {
    let zip = archive([("a.txt", Array("hello".utf8))])
    #expect(zip == archive([("a.txt", Array("hello".utf8))]))
    #expect(Array(zip[0..<4]) == [0x50, 0x4B, 3, 4])
    // Stored, the first moment that there is, the checksum, both sizes.
    #expect(Array(zip[8..<26]) == [0, 0, 0, 0, 0x21, 0, 0x86, 0xA6, 0x10, 0x36, 5, 0, 0, 0, 5, 0, 0, 0])
    #expect(String(decoding: zip[30..<40], as: UTF8.self) == "a.txthello")
    #expect(Array(zip[40..<44]) == [0x50, 0x4B, 1, 2])
    #expect(Array(zip.suffix(22).prefix(4)) == [0x50, 0x4B, 5, 6])
    #expect(zip.count == 40 + 51 + 22)
  }

  @Test("Others read what is in it: no file, one, an empty one, many", arguments: [0, 1, 3, 70_000])
  func others(count: Int) throws {
    let folder = try TemporaryDirectory()
    let files = (0..<count).map { (name: "d/\($0).txt", content: [UInt8](repeating: UInt8($0 & 0xFF), count: $0 % 50)) }
    let path = try folder.write("a.zip", archive(files))
    if let unzip = try check(path, "/usr/bin/unzip", before: ["-tqq"]) {
      // unzip calls an archive without files one, with a warning.
      #expect(unzip.exitCode == (count == 0 ? 1 : 0), "\(unzip.errorOutput)")
    }
    let script = """
      import sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      assert len(z.infolist()) == \(count)
      for i in z.infolist():
        n = int(i.filename[2:-4])
        assert z.read(i) == bytes([n & 255]) * (n % 50), i
        assert i.compress_type == 0 and i.date_time == (1980, 1, 1, 0, 0, 0), i
      """
    if let python = try check(path, "/usr/bin/python3", before: ["-c", script]) {
      #expect(python.exitCode == 0, "\(python.errorOutput)")
    }
  }

  @Test("A file beyond 4 GiB, and what stands behind it, is written as ZIP64")
  func long() throws {
    let folder = try TemporaryDirectory()
    let path = folder.path("long.zip")
    let length = UInt64(5) << 30
    var zip = ZIPWriter()
    // The content is a hole: it takes no room on the disk. Its checksum is not looked at here.
    let first = zip.header("long", length: length, crc32: 0)
    var crc = CRC32()
    crc.update(Array("behind".utf8))
    let second = zip.header("short", length: 6, crc32: crc.value) + Array("behind".utf8)
    let end = zip.end()
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    #expect(pwrite(descriptor, first, first.count, 0) == first.count)
    let place = off_t(first.count) + off_t(length)
    #expect(pwrite(descriptor, second + end, second.count + end.count, place) == second.count + end.count)
    #expect(zip.length == UInt64(place) + UInt64(second.count + end.count))
    let script = """
      import sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      assert [(i.filename, i.file_size) for i in z.infolist()] == [("long", 5 << 30), ("short", 6)]
      assert z.read("short") == b"behind"
      assert z.open("long").read(10) == bytes(10)
      """
    if let python = try check(path, "/usr/bin/python3", before: ["-c", script]) {
      #expect(python.exitCode == 0, "\(python.errorOutput)")
    }
    // Without Python: both sizes stand in the extra field of the first header.
    #expect(Array(first[18..<26]) == [UInt8](repeating: 0xFF, count: 8))
    #expect(Array(first[34..<38]) == [1, 0, 16, 0])
    #expect(Array(first[38..<54]) == [0, 0, 0, 0x40, 1, 0, 0, 0, 0, 0, 0, 0x40, 1, 0, 0, 0])
  }
}
