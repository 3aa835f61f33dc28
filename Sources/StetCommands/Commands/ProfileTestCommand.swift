internal import ArgumentParser
internal import Logging
internal import StetExtract
internal import StetFetch
internal import StetKit
internal import StetModel

/// `stet profile test`: does a profile read its pages?
struct ProfileTestCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the test cases of a site profile, and show what it reads from more pages.",
    discussion: HelpText.discussion(
      "The cases are the profile's 'test:' list: {url, file, expect: {title: …, tags: […]}}. Each URL is read with the "
        + "profile and shown field by field, with the rule that each value comes from.",
      examples: [
        "stet profile test profiles/example.yaml",
        "stet profile test profiles/example.yaml https://example.org/1",
      ],
      exits: [
        .done, .failed, .someFailed, .usage, .unreadable, .noInput, .unavailable, .cannotWrite, .refused, .badProfile,
      ],
      meanings: [
        .done: "every case holds", .failed: "no case holds", .someFailed: "some cases hold, some do not",
      ]))

  @Argument(help: ArgumentHelp("The profile.", valueName: "file"))
  var profile: String

  @Argument(help: ArgumentHelp("Pages to try the profile on: addresses or files.", valueName: "url"))
  var urls: [String] = []

  @OptionGroup
  var global: GlobalOptions

  func run(_ console: Console) throws -> ExitStatus {
    let profile = try Profiles.read(self.profile)
    guard !profile.tests.isEmpty || !urls.isEmpty else {
      throw UsageError(
        "Nothing to test: the profile has no 'test:' list and no page is named. Name a page of the site.")
    }
    let network = Network()
    let trial = ProfileTrial(profile, path: self.profile, network: network)
    var statuses: [ExitStatus] = []
    for test in profile.tests { statuses.append(try run(test, of: trial, console)) }
    let reading = SourceReading(Extractor(profiles: [profile]), network: network)
    for url in urls { statuses.append(try show(url, reading, profile, console)) }
    return .of(statuses)
  }

  private func run(_ test: ProfileTest, of trial: ProfileTrial, _ console: Console) throws -> ExitStatus {
    let name = VisibleText.line(test.file.map { "\($0) (\(test.url))" } ?? test.url)
    let style = console.style
    do {
      let differences = try AsyncWork.wait { try await trial.run(test) }
      try console.output.line((differences.isEmpty ? style.green("holds  ") : style.red("differs")) + "  " + name)
      for difference in differences {
        try console.output.line(String(repeating: " ", count: 9) + VisibleText.line(difference, width: 400))
      }
      try console.output.flush()
      return differences.isEmpty ? .done : .failed
    } catch let error as OutputError {
      throw error
    } catch {
      try console.output.line(style.red("failed ") + "  " + name)
      try console.output.flush()
      console.logger.error("\(error)")
      return status(of: error)
    }
  }

  private func show(
    _ url: String, _ reading: SourceReading, _ profile: SiteProfile, _ console: Console
  ) throws -> ExitStatus {
    do {
      let extraction = try AsyncWork.wait { try await reading.read(PageSource(url), explaining: true) }
      if let address = PageAddress(extraction.review.url), !profile.covers(address) {
        throw ProfileReachError(path: self.profile, hosts: profile.hosts, subject: extraction.review.url)
      }
      try console.output.write(
        ExplanationRendering(style: console.style, width: console.width).render(extraction))
      return .done
    } catch let error as OutputError {
      throw error
    } catch {
      console.logger.error("\(error)")
      return status(of: error)
    }
  }
}
