internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetModel

/// `stet quarantine accept`: a person says that an observation is the page.
struct QuarantineAcceptCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Make a version of an observation that was set aside.",
    discussion: HelpText.discussion(
      "The version is captured when the observation was seen. The observation stays where it is; accepting it again "
        + "changes nothing. What the version before it says already makes no version.",
      examples: [
        "stet quarantine accept the-long-night", "stet quarantine accept the-long-night@20261122T060003Z",
        "stet quarantine accept --all-of the-long-night",
      ],
      exits: [.done, .failed, .someFailed, .usage, .unreadable, .noInput, .cannotWrite, .archiveTrouble, .locked],
      meanings: [.unreadable: "nothing of the observation could be read"]))

  @Argument(
    help: ArgumentHelp("The page, and which of its observations (default: the latest).", valueName: "page[@when]"))
  var page: String?

  @Option(help: ArgumentHelp("Every observation of this page, in the order of time.", valueName: "page"))
  var allOf: String?

  @Flag(help: "Print one JSON line for each: {page, name, outcome, version, digest}.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    guard (page == nil) != (allOf == nil) else { throw ValidationError("Name a page, or --all-of PAGE.") }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let writer = try ArchiveWriter.open(at: console.archivePath, creating: false)
    defer { writer.close() }
    let archive = writer.archive
    let entries: [QuarantineEntry]
    if let allOf {
      entries = try archive.quarantine(of: try archive.find(allOf)).sorted { $0.visit.at < $1.visit.at }
    } else {
      entries = [try ObservationReference(page ?? "", in: archive).entry]
    }
    var statuses: [ExitStatus] = []
    for entry in entries {
      let isKnown = entry.acceptance != nil
      let visit: Visit
      do throws(ArchiveError) {
        visit = try writer.accept(entry)
      } catch {
        // The trouble of one observation is not the others'.
        guard entries.count > 1, error.code == .unstorable || error.code == .damaged else { throw error }
        console.logger.error("\(error)")
        statuses.append(.of(error))
        continue
      }
      try console.output.write(json ? Self.json(entry, visit) : Self.line(entry, visit, isKnown, console.style))
      try console.output.flush()
      statuses.append(.done)
    }
    return .of(statuses)
  }

  private static func json(_ entry: QuarantineEntry, _ visit: Visit) -> [UInt8] {
    var object = JSONObject()
    object["page"] = .string(entry.page.key.description)
    object["name"] = .string(entry.name)
    object["outcome"] = .string(visit.outcome.description)
    object["version"] = visit.version.map { .number(Double($0)) }
    object["digest"] = visit.digest.map { .string($0.description) }
    return CompactJSON.bytes(.object(object)) + [UInt8(ascii: "\n")]
  }

  private static func line(_ entry: QuarantineEntry, _ visit: Visit, _ isKnown: Bool, _ style: TextStyle) -> [UInt8] {
    let word = isKnown ? style.dim("accepted before") : visit.wroteVersion ? style.green("accepted") : "accepted"
    let version = visit.version.map { " as version \($0)" } ?? ""
    let same = visit.wroteVersion ? "" : ", which says the same"
    return Array("\(word)\(version)\(same)  \(entry.name)  \(VisibleText.line(entry.page.key.description))\n".utf8)
  }
}
