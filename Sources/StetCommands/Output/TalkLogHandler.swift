internal import Glibc
internal import Logging
internal import StetModel

/// Log lines on standard error, as `stet: …` for people or as JSON lines for machines.
struct TalkLogHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  private let format: LogFormat
  private let stream: TalkStream

  init(level: Logger.Level, format: LogFormat, stream: TalkStream) {
    logLevel = level
    self.format = format
    self.stream = stream
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let metadata = self.metadata.merging(event.metadata ?? [:]) { _, new in new }
    let entries = metadata.sorted { $0.key < $1.key }
    switch format {
    case .text:
      let details = entries.map { " \($0.key)=\($0.value)" }.joined()
      stream.line(VisibleText.line("stet: \(event.message)\(details)"))
    case .json:
      var object: JSONObject = [
        "time": .string(Timestamp(secondsSince1970: Int64(time(nil))).description),
        "level": .string(event.level.rawValue),
        "message": .string("\(event.message)"),
      ]
      for entry in entries { object[entry.key] = .string("\(entry.value)") }
      stream.line(String(decoding: CompactJSON.bytes(.object(object)), as: UTF8.self))
    }
  }
}
