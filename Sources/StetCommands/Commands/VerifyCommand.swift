internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetModel

/// `stet verify`: the proof that an archive is whole.
struct VerifyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove that the archive is whole: every digest, every chain, every record, every file.",
    discussion: HelpText.discussion(
      "Prints a head digest over all pages; one that is kept elsewhere proves later that nothing was taken back. What a "
        + "crash has left and nothing refers to is a note, not a finding. --repair makes derived things anew (the indexes of "
        + "WARC files) and sets torn ends aside before it looks; it deletes nothing that is stored.",
      examples: ["stet verify", "stet --archive Reviews verify --json | jq -r .head", "stet verify --repair"],
      exits: [.done, .findings, .usage, .noInput, .cannotWrite, .archiveTrouble, .locked],
      meanings: [.done: "whole", .findings: "findings"]))

  @Flag(help: "First make anew what is derived, and set aside what a crash left torn.")
  var repair = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func run(_ console: Console) throws -> ExitStatus {
    if repair { try repairArchive(console) }
    let archive = try Archive.open(at: console.archivePath)
    let progress = console.progress("verifying")
    var report = try archive.verify { done, total in progress.set(done: done, of: total) }
    report.findings += try archive.verifyIndex()
    progress.finish()
    if json {
      try console.output.write(PrettyJSON.bytes(report.json, order: .kept))
    } else {
      for finding in report.findings { try console.output.line(Self.line(finding, console.style)) }
      try console.output.line(Self.summary(report, console.style))
      try console.output.line("head \(report.head)")
    }
    return report.isWhole ? .done : .findings
  }

  private func repairArchive(_ console: Console) throws {
    let writer = try ArchiveWriter.open(at: console.archivePath, creating: false)
    defer { writer.close() }
    for done in writer.recoveries + (try writer.repair()) { console.logger.notice("\(VisibleText.line("\(done)"))") }
  }

  private static func line(_ finding: Finding, _ style: TextStyle) -> String {
    let text = VisibleText.line("\(finding)")
    switch finding.severity {
    case .finding: return style.red("finding") + "  " + text
    case .note: return style.dim("note     " + text)
    }
  }

  private static func summary(_ report: VerificationReport, _ style: TextStyle) -> String {
    let counts = [
      count(report.pages, "page"), count(report.snapshots, "snapshot"), count(report.visits, "visit"),
      count(report.records, "record"),
    ].joined(separator: ", ")
    let findings = report.findings.count { $0.severity == .finding }
    return counts + ": " + (report.isWhole ? style.green("whole") : style.red(count(findings, "finding")))
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
