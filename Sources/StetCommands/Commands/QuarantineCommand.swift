internal import ArgumentParser

/// `stet quarantine`: what was set aside.
struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine",
    abstract: "Look at what was set aside, and accept what is the page after all.",
    discussion: HelpText.discussion(
      "", examples: ["stet quarantine list", "stet quarantine show the-long-night"], exits: [.done, .usage]),
    subcommands: [QuarantineListCommand.self, QuarantineShowCommand.self, QuarantineAcceptCommand.self])
}
