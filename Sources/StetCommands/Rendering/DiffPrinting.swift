internal import Logging
internal import StetArchive
internal import StetDiff
internal import StetDigest
internal import StetKit
internal import StetModel
internal import StetRender

/// Prints comparisons, one or many, in every form of `stet diff`.
final class DiffPrinting {
  let format: DiffFormat
  private let console: Console
  private let isStat: Bool
  private let rendering: TextRendering
  private let isPaged: Bool
  private var array: JSONArrayPrinting
  /// What a pager is to show.
  private var held = ""
  private var count = 0

  /// From so many columns on, old and new text stand beside each other.
  private static let wide = 140

  /// - Parameters:
  ///   - isStat: Fields and numbers only.
  ///   - isInterwoven: Old and new text in one, however wide the terminal is.
  ///   - isPaged: Whether a pager may be used, where people are reading.
  init(_ console: Console, format: DiffFormat, isStat: Bool, isInterwoven: Bool, isPaged: Bool) {
    self.console = console
    self.format = format
    self.isStat = isStat
    let isWide = console.output.isTerminal && console.width >= Self.wide && !isInterwoven
    rendering = TextRendering(
      width: console.width, color: console.style.isColored,
      layout: isStat ? .numbers : isWide ? .sideBySide : .interwoven, isolatesDirections: console.output.isTerminal)
    self.isPaged = isPaged && console.output.isTerminal && (format == .text || format == .unified)
    array = JSONArrayPrinting(console.output)
  }

  // MARK: One comparison

  /// Prints a comparison by itself; tells whether there is a difference.
  func print(_ diff: SnapshotDiff, _ sides: FairComparison) throws -> Bool {
    switch format {
    case .text: try put(rendering.render(diff))
    case .html: try HTMLDiff.page(diff) { try put($0) }
    case .json: try console.output.write(PrettyJSON.bytes(sides.json(diff), order: .kept))
    case .unified, .jsonPatch, .atom: break
    }
    try show()
    return !diff.isEmpty
  }

  /// Prints the records' Markdown line by line, without the normalisation; tells whether it differs.
  func printUnified(_ sides: FairComparison, names: (old: String, new: String)) throws -> Bool {
    let text = Self.unified(sides.old, sides.new, names)
    try put(text)
    try show()
    return !text.isEmpty
  }

  /// Prints the JSON Patch from one stored record to another; tells whether they differ.
  func printPatch(from old: SealedSnapshot, to new: SealedSnapshot) throws -> Bool {
    let patch = JSONPatch.between(old.document["review"] ?? .null, new.document["review"] ?? .null)
    try console.output.write(PrettyJSON.bytes(patch, order: .kept))
    return patch.array?.isEmpty == false
  }

  // MARK: Many

  /// Before the first page.
  /// - Parameter title: what a feed of it is called.
  func begin(title: String, id: Digest, updated: Timestamp?) throws {
    switch format {
    case .atom: try put(AtomRendering.head(id: id, title: title, updated: updated))
    case .html: try put(HTMLDiff.head(title: title))
    case .text, .unified, .json, .jsonPatch: break
    }
  }

  /// Prints one of many pages.
  func print(_ change: ChangedPages.Change) throws {
    defer { count += 1 }
    let snapshot = change.new.snapshot
    switch format {
    case .text: try put(text(change))
    case .unified:
      let name = "b/\(change.page.folder).md"
      if let sides = change.sides {
        try put(Self.unified(sides.old, sides.new, ("a/\(change.page.folder).md", name)))
      } else if change.old == nil {
        try put(Self.unified(nil, snapshot, ("/dev/null", name)))
      }
    case .json: try array.print(Self.json(change))
    case .html:
      let heading = HTMLDiff.heading(snapshot.page.description, title: snapshot.review?.title)
      let content = change.diff.map { HTMLDiff.fragment($0, anchors: "page-\(count + 1)-change-") }
      try put(heading + (content ?? HTMLDiff.remark(Self.remark(change))))
    case .atom:
      let version = StoredVersion(
        snapshot, digest: change.new.digest, goneSince: snapshot.cause == .gone ? snapshot.captured : nil,
        redaction: change.new.redaction?.description)
      let summary = change.diff.map { "\($0.severity?.rawValue ?? ""): \($0.summary)" } ?? Self.remark(change)
      let content = change.diff.map { HTMLDiff.fragment($0, layout: .feed) }
      try put(AtomRendering.entry(version, summary: summary, content: content))
    case .jsonPatch: break
    }
  }

  /// After the last page.
  func end() throws {
    switch format {
    case .json: try array.finish()
    case .atom: try put(AtomRendering.foot)
    case .html: try put((count == 0 ? HTMLDiff.remark("Nothing changed.") : "") + HTMLDiff.foot)
    case .text where count == 0: console.logger.notice("nothing changed")
    case .text, .unified, .jsonPatch: break
    }
    try show()
  }

  private func text(_ change: ChangedPages.Change) -> String {
    let gap = count == 0 || isStat ? "" : "\n"
    let address = VisibleText.line(change.new.snapshot.page.description)
    if isStat || change.diff == nil {
      let severity = change.diff?.severity?.rawValue ?? "new"
      let padded = severity + String(repeating: " ", count: max(0, 12 - severity.count))
      let summary =
        change.diff?.summary(isolatingDirections: console.output.isTerminal) ?? VisibleText.line(Self.remark(change))
      return gap + "\(console.style.bold(padded)) \(address)\n             \(summary)\n"
    }
    return gap + (change.diff.map(rendering.render) ?? "")
  }

  /// What is to be said of a page that has nothing to compare.
  private static func remark(_ change: ChangedPages.Change) -> String {
    if change.old == nil {
      return "new: " + (change.new.snapshot.review?.title ?? change.new.snapshot.page.description)
    }
    return "a version was redacted: there is nothing to compare"
  }

  private static func json(_ change: ChangedPages.Change) -> JSONValue {
    if let diff = change.diff { return diff.json }
    var object: JSONObject = [
      "format": "stet-diff/1", "page": .string(change.new.snapshot.page.description),
      "version": .number(Double(change.new.snapshot.version)),
      "captured": .string(change.new.snapshot.captured.description), "summary": .string(remark(change)),
    ]
    object["isNew"] = change.old == nil ? true : nil
    return .object(object)
  }

  /// The Markdown of both records, compared line by line.
  private static func unified(_ old: Snapshot?, _ new: Snapshot, _ names: (old: String, new: String)) -> String {
    func name(_ path: String, _ snapshot: Snapshot?) -> String {
      guard let snapshot else { return path }
      return
        "\(VisibleText.line(path))\t\(snapshot.captured.description.replacing("T", with: " ").replacing("Z", with: " +0000"))"
    }
    return UnifiedDiff.between(
      old?.review.map(MarkdownRendering.render) ?? "", new.review.map(MarkdownRendering.render) ?? "",
      names: (name(names.old, old), name(names.new, new)))
  }

  private func put(_ text: String) throws(OutputError) {
    if isPaged { held += text } else { try console.output.write(text) }
  }

  /// Hands what was held back to the pager, or prints it where there is none.
  private func show() throws(OutputError) {
    guard isPaged, !held.isEmpty else { return }
    if !Pager.show(held) { try console.output.write(held) }
    held = ""
  }
}
