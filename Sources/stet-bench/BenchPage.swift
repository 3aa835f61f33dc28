internal import Glibc
internal import StetModel

/// One page of a manifest, in memory.
struct BenchPage: Sendable {
  let address: PageAddress
  let bytes: [UInt8]

  /// A line of the manifest: where the page is, and what its address was.
  struct Entry: Sendable {
    let address: PageAddress
    let path: String
  }

  /// The entries of a batch manifest, lines `{"id","url","path"}` with paths relative to the manifest.
  static func entries(ofManifest path: String) throws -> [Entry] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return try read(path).split(separator: UInt8(ascii: "\n")).map { line in
      let object = try JSONParser.parse(Array(line)).object
      guard let file = object?["path"]?.string else {
        throw BenchError(message: "a line of '\(path)' has no path")
      }
      // Some corpora name pages by other things than addresses; any address will do for measuring.
      let address = object?["url"]?.string.flatMap { PageAddress($0) } ?? PageAddress("http://example.invalid/")
      guard let address else { throw BenchError(message: "a line of '\(path)' has no address") }
      return Entry(address: address, path: file.hasPrefix("/") ? file : folder + file)
    }
  }

  init(address: PageAddress, bytes: [UInt8]) {
    self.address = address
    self.bytes = bytes
  }

  init(_ entry: Entry) throws {
    address = entry.address
    bytes = try Self.read(entry.path)
  }

  private static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw BenchError(message: "cannot open '\(path)'") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    guard ferror(file) == 0 else { throw BenchError(message: "cannot read '\(path)'") }
    return bytes
  }
}
