internal import ArgumentParser
internal import Logging
internal import StetFetch
internal import StetKit
internal import StetModel

/// `stet robots`: whether pages may be fetched, and which rule says so.
struct RobotsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "robots",
    abstract: "Tell whether robots.txt allows a page to be fetched, and which rule says so.",
    discussion: HelpText.discussion(
      "Asks the page's host for its robots.txt and reads it by RFC 9309. The page itself is not fetched. When the file cannot "
        + "be had (server error, no answer), nothing may be fetched; when there is none, everything.",
      examples: [
        "stet robots https://example.org/reviews/the-long-night",
        "stet robots https://example.org/search?q=x --agent Googlebot --json",
        "stet robots https://example.org/reviews/ --file robots.txt",
      ],
      exits: [.done, .findings, .usage, .unreadable, .noInput, .unavailable, .cannotWrite],
      meanings: [
        .done: "allowed", .findings: "not allowed, or one of several is not", .unreadable: "the file is too long",
        .unavailable: "the network cannot be used at all (no libcurl)",
      ]))

  @Argument(help: ArgumentHelp("Addresses of pages, http or https.", valueName: "url"))
  var urls: [String]

  @Option(
    help: ArgumentHelp("Go by this robots.txt and ask nobody; - is standard input.", valueName: "robots.txt"))
  var file: String?

  @Option(
    help: ArgumentHelp("Look for the rules of this crawler: its name, or its whole User-Agent.", valueName: "name"))
  var agent = "stet"

  @Flag(help: "Print one JSON document: an object, or an array of them for several addresses.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func run(_ console: Console) throws -> ExitStatus {
    var addresses: [PageAddress] = []
    for url in urls { addresses.append(try AddressParser.parse(url)) }
    let inquiry: RobotsInquiry
    if let file {
      inquiry = RobotsInquiry(agent: agent, file: try InputFile().bytes(of: file), path: file)
    } else {
      inquiry = RobotsInquiry(agent: agent, network: Network())
    }
    let progress = console.progress("asking", total: addresses.count)
    defer { progress.finish() }
    var findings: [RobotsFinding] = []
    for address in addresses {
      progress.label("\(address)")
      findings.append(try AsyncWork.wait { try await inquiry.finding(address) })
      progress.advance()
    }
    progress.finish()
    if json {
      let documents = findings.map(\.json)
      try console.output.write(
        PrettyJSON.bytes(documents.count == 1 ? documents[0] : .array(documents), order: .kept))
    } else {
      for finding in findings { try console.output.write(RobotsRendering.text(finding, console.style)) }
    }
    return findings.allSatisfy(\.verdict.isAllowed) ? .done : .findings
  }
}
