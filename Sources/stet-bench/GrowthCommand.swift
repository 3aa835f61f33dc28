internal import ArgumentParser
internal import Glibc
internal import StetExtract
internal import StetModel

/// Whether the cost of a byte stays the same from a page of 100 kB to one of 10 MB, family by family.
struct GrowthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth", abstract: "Measures whether the cost of a page grows faster than its length.")

  @Argument(help: "Families to measure, by any part of their names; all of them when none is named.")
  var families: [String] = []

  @Option(help: "The longest page, in bytes.")
  var bytes = 10_000_000

  @Flag(help: "Parse only.")
  var parse = false

  /// A byte of a page ten times as long may cost this much more: caches end somewhere, and memory has to be fetched.
  private static let allowance = 2.0
  /// A family is left at the size that is expected to take longer, in seconds, if the cost grew with the square.
  private static let patience = 40.0

  func run() throws {
    let sizes = [100_000, 1_000_000, bytes].filter { $0 <= bytes }
    let chosen = PageFamily.all.filter { family in
      families.isEmpty || families.contains { family.name.contains($0) }
    }
    print("ns a byte".padded(36) + sizes.map { "\($0 / 1_000) kB".leftPadded(12) }.joined() + "  growth".padded(10))
    Phase.prepare()
    var steep: [String] = []
    for family in chosen {
      let (line, isSteep) = try measure(family, sizes)
      print(line)
      fflush(nil)
      if isSteep { steep.append(family.name) }
    }
    guard steep.isEmpty else {
      print(
        "\n\(steep.count) of \(chosen.count) families cost more than their length: \(steep.joined(separator: ", ")).")
      throw ExitCode(1)
    }
    print("\nNone of \(chosen.count) families costs more than its length.")
  }

  /// The row of a family, with "r" where the page is refused. `growth` is the steepest step of the cost of a byte from one
  /// size to the next: 1 is linear.
  private func measure(_ family: PageFamily, _ sizes: [Int]) throws -> (String, Bool) {
    let extractor = Extractor()
    var costs: [Double] = []
    var line = family.name.padded(36)
    var steepest = 0.0
    for size in sizes {
      let page = BenchPage(address: try Self.address(), bytes: family.page(bytes: size))
      var best = Double.infinity
      var isRefused = false
      for _ in 0..<(size < 1_000_000 ? 3 : 2) {
        let round = Measurement(parse ? .parse : .extract, jobs: 1).round([page], with: extractor)
        isRefused = round.refused > 0
        best = min(best, round.processor)
        if best > 2 { break }
      }
      let cost = best / Double(page.bytes.count)
      line += ((cost * 1e9).tenths + (isRefused ? "r" : "")).leftPadded(12)
      if let last = costs.last { steepest = max(steepest, cost / last) }
      costs.append(cost)
      if best * 100 > Self.patience, size < bytes, steepest > Self.allowance { break }
    }
    let isSteep = steepest > Self.allowance
    return (line + "  ×" + steepest.tenths + (isSteep ? "  steep" : ""), isSteep)
  }

  private static func address() throws -> PageAddress {
    guard let address = PageAddress("https://reel.example/2012/the-long-night/") else {
      throw BenchError(message: "an address of our own is none")
    }
    return address
  }
}

extension Double {
  /// With one digit after the point.
  fileprivate var tenths: String {
    guard isFinite else { return "-" }
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  fileprivate func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(1, width - count)) + self }
}
