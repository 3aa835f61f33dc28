internal import ArgumentParser

/// What `Scripts/bench` measures with. Not a product: it is built from the repository only.
@main
struct StetBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet-bench", abstract: "Measures stet beside libxml2.",
    subcommands: [
      PagesCommand.self, GrowthCommand.self, StoreCommand.self, BlocksCommand.self, IndexCommand.self,
      DiscoverCommand.self, KnownCommand.self, DiffCommand.self,
    ])
}
