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
      """
      Serves the reading room until it is stopped with Ctrl-C or SIGTERM, and says on standard error where it is. Only \
      programs on this machine can reach it, unless --host and --allow-public say otherwise. Requests that take it for \
      another server are refused: --name adds a name that it may be known by. Nothing in the archive is changed; its \
      index is brought up to date.
      """,
      examples: [
        "stet serve", "stet --archive ~/reviews serve --port 0",
        "stet serve --host 0.0.0.0 --allow-public --name reviews.example",
      ],
      exits: [.done, .usage, .noInput, .unavailable, .archiveTrouble],
      meanings: [
        .done: "stopped by Ctrl-C or SIGTERM",
        .usage: "wrong usage, no address of this machine, or a public one without --allow-public",
        .unavailable: "cannot listen there: the port is in use, or not permitted",
      ]))

  @Option(help: ArgumentHelp("The address to listen at, or a name of it.", valueName: "host"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "port"))
  var port: UInt16 = 8417

  @Flag(help: "Listen at an address that others can reach. There is no password: they can read the whole archive.")
  var allowPublic = false

  @Option(help: ArgumentHelp("A name that clients know the server by; may be repeated.", valueName: "name"))
  var name: [String] = []

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    for name in name where !RoomServer.Options.isName(name) {
      throw ValidationError(
        "--name is the name of a host such as reviews.example, in ASCII (xn--…), without port: not '\(name)'.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    let logger = console.logger
    let room = ReadingRoom(archive) { logger.error("\($0)") }
    var options = RoomServer.Options()
    options.host = host
    options.port = port
    options.allowsPublic = allowPublic
    options.names = name
    let server = try RoomServer(room, options)
    let progress = console.progress("indexing")
    try room.prepare { done, total in progress.set(done: done, of: total) }
    progress.finish()
    StopSignal.watch()
    logger.notice("the reading room is open at \(server.address)")
    do {
      try AsyncWork.wait(cancelling: { StopSignal.isReceived }) { try await server.run() }
    } catch  where StopSignal.isReceived {}
    return .done
  }
}
