internal import ArgumentParser
internal import Glibc
internal import StetDiscover
internal import StetModel

/// Processor time for reading a sitemap or a feed.
struct DiscoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover",
    abstract: "Reads a sitemap or feed several times, and prints its addresses and the best time.")

  @Argument(help: "The file.")
  var path: String

  @Flag(help: "A feed, not a sitemap.")
  var feed = false

  @Option(help: "How often it is read.")
  var rounds = 5

  func run() throws {
    let bytes = try Self.content(of: path)
    guard let place = PageAddress("https://www.example.com/sitemap.xml") else { return }
    var best = Double.infinity
    var count = 0
    for _ in 0..<rounds {
      let start = Self.processorSeconds()
      count = feed ? try Feed.read(bytes, at: place).entries.count : try Sitemap.read(bytes, at: place).pages.count
      best = min(best, Self.processorSeconds() - start)
    }
    print("addresses\t\(count)\nbytes\t\(bytes.count)\nseconds\t\(best)")
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func content(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw BenchError(message: "cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }
}
