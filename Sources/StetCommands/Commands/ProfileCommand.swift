internal import ArgumentParser

/// `stet profile`: what there is for site profiles.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Work with site profiles.",
    discussion: HelpText.discussion(
      "", examples: ["stet profile test profiles/example.yaml"], exits: [.done, .usage]),
    subcommands: [ProfileTestCommand.self])
}
