internal import ArgumentParser
internal import StetArchive
internal import StetDiff
internal import StetModel
internal import StetRender

/// `stet quarantine show`: one observation, beside the last good version.
struct QuarantineShowCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one observation that was set aside, and how it differs from the version that stands.",
    discussion: HelpText.discussion(
      "WHEN is a moment or name that 'stet quarantine list' prints, or a date (default: the page's latest observation).",
      examples: [
        "stet quarantine show the-long-night", "stet quarantine show the-long-night@2026-11-22",
        "stet quarantine show the-long-night --raw > page.html",
      ],
      exits: [.done, .usage, .noInput, .cannotWrite, .archiveTrouble]))

  @Argument(help: ArgumentHelp("The page, and which of its observations.", valueName: "page[@when]"))
  var page: String

  @Flag(help: "Print the body as it came, byte for byte.")
  var raw = false

  @Flag(help: "Print the observation as stored.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    guard !(raw && json) else { throw ValidationError("--raw and --json exclude each other.") }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    let entry = try ObservationReference(page, in: archive).entry
    let observation = try archive.observation(entry)
    if json {
      try console.output.write(PrettyJSON.bytes(observation.document))
    } else if raw {
      try console.output.write(try archive.body(of: observation, entry))
    } else {
      try write(entry, observation, archive, console)
    }
    return .done
  }

  private func write(
    _ entry: QuarantineEntry, _ observation: QuarantinedObservation, _ archive: Archive, _ console: Console
  ) throws {
    let style = console.style
    try console.output.line(
      style.dim("set aside · \(entry.visit.at) · \(VisibleText.line(entry.page.key.description))"))
    let code = entry.visit.code.map { "\($0): " } ?? ""
    try console.output.line(style.yellow(VisibleText.line(code + (entry.visit.reason ?? "no reason is given"))))
    if let version = entry.acceptance?.version {
      try console.output.line(style.green("accepted as version \(version)"))
    }
    try console.output.line()
    let before = try archive.versionsInTime(of: entry.page).last { version throws(ArchiveError) in
      let snapshot = try archive.snapshot(version, of: entry.page).snapshot
      return snapshot.review != nil && snapshot.captured <= observation.captured
    }
    guard let before else {
      return try console.output.write(PlainTextRendering.render(observation.review))
    }
    let last = try archive.snapshot(before, of: entry.page)
    // It has no number: which one it gets, if any, shows when it is accepted.
    let new = observation.snapshot(of: entry.page.key, version: before + 1)
    let diff = SnapshotDiff.between(last.snapshot, new, oldDigest: last.digest, newDigest: nil)
    let rendering = TextRendering(width: console.width, color: style.isColored, newName: "the observation")
    try console.output.line("What differs from version \(before):")
    try console.output.write(rendering.render(diff))
  }
}
