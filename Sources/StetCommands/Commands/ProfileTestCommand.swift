internal import ArgumentParser
internal import StetExtract
internal import StetFetch
internal import StetKit

/// `stet profile test`: does a profile read its pages?
struct ProfileTestCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the test cases of a site profile, and show what it reads from more pages.")

  @Argument(help: ArgumentHelp("The profile.", valueName: "file"))
  var profile: String

  @Argument(help: ArgumentHelp("Pages to try the profile on: addresses or files.", valueName: "url"))
  var urls: [String] = []

  @OptionGroup(title: "Common options")
  var global: GlobalOptions

  func run(_ console: Console) throws -> ExitStatus {
    _ = try Profiles.read(profile)
    return .done
  }
}
