/// The measurements over a corpus, and how they are printed.
struct ResultTable {
  var measurements: [Measurement]
  private var pages = 0
  private var bytes = 0

  init(jobs: [Int], phases: [Phase]) {
    measurements = jobs.flatMap { jobs in phases.map { Measurement($0, jobs: jobs) } }
  }

  mutating func count(_ group: [BenchPage]) {
    pages += group.count
    bytes += group.reduce(0) { $0 + $1.bytes.count }
  }

  /// A row each. Pages a second go by the clock. The ratio is of processor time, to libxml2's own tree on as many
  /// threads.
  func print() {
    Swift.print("\(pages) pages, \(decimal(megabytes, 1)) MB")
    row("", ["threads", "pages/s", "MB/s", "CPU s", "of libxml2", "refused"])
    for measurement in measurements {
      let floor = measurements.first { $0.phase == .dom && $0.jobs == measurement.jobs }
      row(
        measurement.phase.title,
        [
          "\(measurement.jobs)", decimal(Double(pages) / measurement.elapsed, 0),
          decimal(megabytes / measurement.elapsed, 1), decimal(measurement.processor, 2),
          floor.map { decimal(measurement.processor / $0.processor, 2) } ?? "", "\(measurement.refused)",
        ])
    }
  }

  private var megabytes: Double { Double(bytes) / 1_000_000 }

  private func row(_ title: String, _ cells: [String]) {
    let padded = cells.map { String(repeating: " ", count: max(11 - $0.count, 1)) + $0 }
    Swift.print(title + String(repeating: " ", count: max(28 - title.count, 1)) + padded.joined())
  }

  private func decimal(_ number: Double, _ digits: Int) -> String {
    guard number.isFinite else { return "-" }
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let whole = Int((number * scale).rounded())
    guard digits > 0 else { return "\(whole)" }
    let fraction = String(whole % Int(scale))
    return "\(whole / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
