internal import ArgumentParser
internal import Glibc
internal import StetArchive
internal import StetDigest
internal import StetModel

/// An archive of pages that are known, and due again: what `stet run` is measured on.
struct KnownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "known", abstract: "Makes an archive of short pages at given sites, each last visited two days ago.")

  @Argument(help: "Folder of a new archive.")
  var archive: String

  @Argument(help: "A file with the sites, an origin in each line (http://127.0.0.1:8080).")
  var sites: String

  @Option(help: "How many pages, shared out among the sites.")
  var pages = 100_000

  func run() throws {
    let origins = try lines()
    guard !origins.isEmpty else { throw BenchError(message: "there are no sites in '\(sites)'") }
    let writer = try ArchiveWriter.open(at: archive)
    defer { writer.close() }
    let date = Timestamp(secondsSince1970: Int64(time(nil)) - 2 * 86_400)
    var observations: [Observation] = []
    for number in 0..<pages {
      let origin = origins[number % origins.count]
      guard let capture = capture("\(origin)/reviews/\(number / origins.count)", date) else {
        throw BenchError(message: "'\(origin)' is no address")
      }
      observations.append(.seen(capture))
      guard observations.count == 1000 || number == pages - 1 else { continue }
      for result in writer.record(observations) { _ = try result.get() }
      observations = []
    }
  }

  private func lines() throws -> [String] {
    guard let file = fopen(sites, "r") else { throw BenchError(message: "'\(sites)' cannot be read") }
    defer { fclose(file) }
    var origins: [String] = []
    while let line = readLine(from: file) { if !line.isEmpty { origins.append(line) } }
    return origins
  }

  private func readLine(from file: UnsafeMutablePointer<FILE>) -> String? {
    var line = [CChar](repeating: 0, count: 4096)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let bytes = line.prefix { $0 != 0 && $0 != 0x0A }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func capture(_ text: String, _ date: Timestamp) -> Capture? {
    guard let address = PageAddress(text), let rules = Digest("sha256:" + String(repeating: "0", count: 64)) else {
      return nil
    }
    var review = Review(url: address.description, kind: .review, confidence: 0.9)
    review.title = "The quiet harbour, seen at \(address.path)"
    review.body = [.paragraph(text: "What \(address) says of the harbour and the sea, in a sentence or two.")]
    let body = Array("<html><body><p>\(text)</p></body></html>".utf8)
    let exchange = HTTPExchange(
      address: address, requestFields: [HeaderField(name: "Host", value: address.host)], status: 200, reason: "OK",
      fields: [HeaderField(name: "Content-Type", value: "text/html"), HeaderField(name: "ETag", value: "\"bench\"")],
      body: body, date: date)
    return Capture(
      page: PageKey(address), captured: date,
      response: ResponseFacts(
        status: 200, finalURL: address.description, etag: "\"bench\"", payload: Digest.sha256(of: body)),
      exchanges: [exchange], extractor: ExtractorFacts(version: "bench", rules: rules), review: review)
  }
}
