internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetReadingRoom

/// `stet serve`: the archive in a browser.
struct ServeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Read, search and compare the archive in a browser.",
    discussion: HelpText.discussion(
      "Serves the reading room on this machine until it is stopped with Ctrl-C.",
      examples: ["stet serve", "stet serve --port 8080"],
      exits: [.done, .usage, .noInput, .archiveTrouble]))

  @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "port"))
  var port: UInt16 = 8417

  @OptionGroup
  var global: GlobalOptions

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    let server = try RoomServer(ReadingRoom(archive), port: port)
    StopSignal.watch()
    console.logger.notice("the reading room is open at http://127.0.0.1:\(port)/")
    do {
      try AsyncWork.wait(cancelling: { StopSignal.isReceived }) { try await server.run() }
    } catch  where StopSignal.isReceived {}
    return .done
  }
}
