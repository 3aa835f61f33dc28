internal import ArgumentParser
internal import Logging
internal import StetArchive
internal import StetModel
internal import StetRender

/// `stet show`: one stored version.
struct ShowCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print one version of a page.",
    discussion: HelpText.discussion(
      "PAGE is the page's address or any unambiguous part of it; VERSION a number, a date, 'latest' or 'previous'.",
      examples: ["stet show the-long-night", "stet show the-long-night@2 --format json | jq .review.title"],
      exits: [.done, .usage, .noInput, .cannotWrite, .archiveTrouble]))

  @Argument(help: ArgumentHelp("The page, and its version when it is not the latest.", valueName: "page[@version]"))
  var page: String

  @Option(
    help: """
      What to print: text, markdown, html, json-ld, json (the snapshot as stored) or jsonl (on one line) (default: text).
      """)
  var format: RecordFormat?

  @Flag(help: "The same as --format json.")
  var json = false

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    guard !json || format == nil || format == .json else {
      throw ValidationError("--json and another --format exclude each other.")
    }
  }

  func run(_ console: Console) throws -> ExitStatus {
    let archive = try Archive.open(at: console.archivePath)
    let reference = try PageReference(page, in: archive)
    let sealed = try archive.snapshot(reference.version, of: reference.page)
    if let missing = sealed.snapshot.response?.missing {
      let page = VisibleText.line(missing)
      console.logger.warning(
        "This version is not whole, as far as is known: '\(page)', named as its next page, is not in it.")
    }
    switch json ? .json : format ?? .text {
    case .json: try console.output.write(sealed.bytes)
    case .jsonl: try console.output.write(CompactJSON.bytes(sealed.document) + [UInt8(ascii: "\n")])
    case .jsonLD:
      let review = sealed.snapshot.review ?? Self.tombstone(sealed)
      try console.output.write(PrettyJSON.bytes(LinkedDataRendering.json(review), order: .kept))
    case .text: try console.output.write(Self.text(sealed, console.style))
    case .markdown:
      try console.output.write(
        sealed.snapshot.review.map(MarkdownRendering.render) ?? "*\(Self.absence(sealed))*\n")
    case .html:
      try console.output.write(HTMLRendering.render([sealed.snapshot.review ?? Self.tombstone(sealed)]))
    }
    return .done
  }

  /// A line on the version, then the text.
  private static func text(_ sealed: SealedSnapshot, _ style: TextStyle) -> String {
    let snapshot = sealed.snapshot
    let heading = style.dim("version \(snapshot.version) · \(snapshot.captured) · \(snapshot.page)") + "\n\n"
    return heading + (snapshot.review.map(PlainTextRendering.render) ?? absence(sealed) + "\n")
  }

  /// Why a version has no text.
  private static func absence(_ sealed: SealedSnapshot) -> String {
    if let redaction = sealed.redaction {
      return "The text was redacted on \(redaction.at): \(VisibleText.line(redaction.reason, width: 400))"
    }
    let snapshot = sealed.snapshot
    return "The page is gone since \(snapshot.captured); version \(snapshot.version - 1) is the last one before."
  }

  private static func tombstone(_ sealed: SealedSnapshot) -> Review {
    var review = Review(url: sealed.snapshot.page.description, kind: .error)
    review.title = absence(sealed)
    return review
  }
}
