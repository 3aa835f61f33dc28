internal import ArgumentParser
internal import StetModel

/// `stet`: the list of its commands.
struct StetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet",
    abstract: "Keeps review pages as they stood: fetches them, stores every version, shows what changed.",
    discussion: HelpText.discussion(
      "Options that every command has may stand before its name: --archive DIR, --quiet, --verbose, "
        + "--color WHEN, --log-format FORMAT.",
      examples: [
        "stet archive https://example.org/reviews/the-long-night",
        "stet diff the-long-night",
      ],
      exits: ExitStatus.allCases),
    version: "stet \(StetVersion.text)",
    subcommands: [
      ExtractCommand.self, ArchiveCommand.self, RunCommand.self, ListCommand.self, LogCommand.self, ShowCommand.self,
      DiffCommand.self, SearchCommand.self, ServeCommand.self, VerifyCommand.self, QuarantineCommand.self,
      RedactCommand.self, ImportCommand.self, ArchiveMergeCommand.self, ReextractCommand.self, ExportCommand.self,
      RobotsCommand.self, ProfileCommand.self,
    ])
}
