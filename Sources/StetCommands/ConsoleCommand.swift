internal import ArgumentParser

/// A command of stet: parses, calls StetKit, renders, and says how it ended.
protocol ConsoleCommand: ParsableCommand {
  /// The options that every command has.
  var global: GlobalOptions { get }

  /// Does the work. Thrown errors end the command with the status that `ExitStatus` gives them.
  func run(_ console: Console) throws -> ExitStatus

  /// The status of an error that ended this command.
  func status(of error: any Error) -> ExitStatus
}

extension ConsoleCommand {
  func status(of error: any Error) -> ExitStatus { .of(error) }
}
