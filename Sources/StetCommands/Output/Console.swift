internal import Glibc
internal import Logging

/// What a command reads its surroundings from and speaks through.
final class Console {
  /// Standard output, for data.
  let output: StandardOutput
  /// For talk on standard error.
  let logger: Logger
  /// Colour on standard output, as chosen.
  let style: TextStyle
  /// The archive's folder.
  var archivePath: String { chosenArchive ?? Self.defaultArchive }
  /// The same where somebody has chosen it, by an option or in the environment; nil otherwise.
  let chosenArchive: String?
  /// Where pages are stored when nobody says otherwise.
  static let defaultArchive = "Archive"
  /// Whether people read standard error.
  var isTalkTerminal: Bool { talk.isTerminal && !isQuiet }
  private let talk: TalkStream
  private let isQuiet: Bool

  init(_ options: GlobalOptions, output: StandardOutput, talk: TalkStream) {
    self.output = output
    self.talk = talk
    isQuiet = options.quiet || options.logFormat == .json
    logger = Self.logger(options, talk)
    style = TextStyle(isColored: options.color.isColored(onTerminal: output.isTerminal, environment: Self.environment))
    chosenArchive = options.archive ?? Self.environment("STET_ARCHIVE").flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A progress bar for `total` steps, 0 when that is not known yet.
  func progress(_ verb: String, total: Int = 0) -> ProgressBar {
    ProgressBar(verb, total: total, on: talk, isQuiet: isQuiet)
  }

  /// Columns of the terminal; 100 where there is none.
  var width: Int {
    if let columns = Self.environment("COLUMNS").flatMap({ Int($0) }), columns >= 20 { return columns }
    var size = winsize()
    guard output.isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 100 }
    return Int(size.ws_col)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static func logger(_ options: GlobalOptions, _ talk: TalkStream) -> Logger {
    let level: Logger.Level = options.quiet ? .error : options.verbose ? .debug : .notice
    return Logger(label: "stet") { _ in TalkLogHandler(level: level, format: options.logFormat, stream: talk) }
  }
}
