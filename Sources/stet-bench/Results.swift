internal import StetModel

/// The measurements over a corpus.
struct Results {
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

  /// `{"pages", "bytes", "rows": [{"phase", "jobs", "elapsed", "processor", "failed"}]}`, times in seconds.
  var json: JSONValue {
    let rows = measurements.map { measurement -> JSONValue in
      .object([
        "phase": .string(measurement.phase.rawValue), "jobs": .number(Double(measurement.jobs)),
        "elapsed": .number(measurement.elapsed), "processor": .number(measurement.processor),
        "failed": .number(Double(measurement.refused)),
      ])
    }
    return .object(["pages": .number(Double(pages)), "bytes": .number(Double(bytes)), "rows": .array(rows)])
  }
}
