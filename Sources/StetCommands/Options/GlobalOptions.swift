internal import ArgumentParser

/// Options that every command has; they may stand before the command's name as well.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The archive's folder (default: $STET_ARCHIVE, else ./Archive).", valueName: "dir"))
  var archive: String?

  @Flag(help: "Say nothing on standard error but errors.")
  var quiet = false

  @Flag(help: "Say more on standard error.")
  var verbose = false

  @Option(help: ArgumentHelp("When to use colour; NO_COLOR is honoured.", valueName: "when"))
  var color = ColorChoice.auto

  @Option(help: ArgumentHelp("What lines on standard error look like.", valueName: "form"))
  var logFormat = LogFormat.text

  func validate() throws {
    guard !(quiet && verbose) else { throw ValidationError("--quiet and --verbose exclude each other.") }
    guard archive != "" else { throw ValidationError("--archive needs the path of a folder.") }
  }

  /// Moves global options that stand before the command's name behind it, where the parser looks for them.
  static func hoisted(_ arguments: [String]) -> [String] {
    let withValue = ["--archive", "--color", "--log-format"]
    let alone = ["--quiet", "--verbose"]
    var end = arguments.startIndex
    while end < arguments.endIndex {
      let argument = arguments[end]
      let name = String(argument.prefix { $0 != "=" })
      if withValue.contains(argument) {
        end += 2
      } else if alone.contains(argument) || (withValue.contains(name) && name != argument) {
        end += 1
      } else {
        break
      }
    }
    // Without a command after them there is nothing to move: the parser says what is missing.
    guard end > arguments.startIndex, end < arguments.endIndex, !arguments[end].hasPrefix("-") else { return arguments }
    // Before what the command has itself, so that a later repetition wins and `--` cannot swallow them.
    var names = 1
    if isGroup(arguments[end]), end + 1 < arguments.endIndex { names = 2 }
    let command = Array(arguments[end..<(end + names)])
    let options = Array(arguments[..<end])
    return command + options + Array(arguments[(end + names)...])
  }

  /// Whether a command's name is followed by another's: `quarantine list`.
  private static func isGroup(_ name: String) -> Bool {
    StetCommand.configuration.subcommands.contains {
      $0.configuration.commandName == name && !$0.configuration.subcommands.isEmpty
    }
  }
}
