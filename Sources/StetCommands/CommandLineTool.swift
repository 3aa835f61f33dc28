internal import ArgumentParser
internal import Glibc
internal import Logging

/// The command line as a whole: arguments in, exit code out.
public enum CommandLineTool {
  /// Runs one command and returns its exit code.
  /// - Parameter arguments: without the program's own name.
  public static func run(_ arguments: [String]) -> Int32 {
    // A closed pipe is an error of `write` here, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    StandardStreams.occupyClosed()
    let output = StandardOutput()
    let talk = TalkStream()
    let arguments = GlobalOptions.hoisted(arguments)
    var logger = Logger(label: "stet") { _ in TalkLogHandler(level: .notice, format: .text, stream: talk) }
    do {
      var command = try StetCommand.parseAsRoot(arguments)
      guard let command = command as? any ConsoleCommand else {
        // Help on help, and `stet` alone.
        try command.run()
        return ExitStatus.done.rawValue
      }
      let console = Console(command.global, output: output, talk: talk)
      logger = console.logger
      return status(of: command, console).rawValue
    } catch {
      return answer(error, arguments, output, logger).rawValue
    }
  }

  private static func status(of command: any ConsoleCommand, _ console: Console) -> ExitStatus {
    do {
      let status = try command.run(console)
      try console.output.flush()
      return status
    } catch let error as OutputError where error.isClosedPipe {
      return .done
    } catch {
      // What was printed before the error is data still.
      if !(error is OutputError) { try? console.output.flush() }
      console.logger.error("\(error)")
      return command.status(of: error)
    }
  }

  /// Help and version as asked for, or a usage error on one line.
  private static func answer(
    _ error: any Error, _ arguments: [String], _ output: StandardOutput, _ logger: Logger
  ) -> ExitStatus {
    guard StetCommand.exitCode(for: error) == .success else {
      let known = StetCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
      let command = arguments.first.flatMap { known.contains($0) ? " " + $0 : nil } ?? ""
      let message = StetCommand.message(for: error)
      logger.error("\(message)\(message.hasSuffix(".") ? "" : ".") See 'stet\(command) --help'.")
      return .usage
    }
    let text = StetCommand.fullMessage(for: error)
    do throws(OutputError) {
      try output.line(text)
      try output.flush()
      return .done
    } catch {
      if error.isClosedPipe { return .done }
      logger.error("\(error)")
      return .cannotWrite
    }
  }
}
