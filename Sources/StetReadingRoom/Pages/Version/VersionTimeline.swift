internal import StetDiff
internal import StetModel

/// The versions of a page, the latest first, each with what changed in it.
struct VersionTimeline {
  let history: PageHistory
  /// The version that is being read.
  let current: Int
  /// Whether all versions are shown, or those round the one that is read: a page with all of them on the page of each
  /// would grow with their square.
  let isWhole: Bool

  /// On either side of the version that is read.
  private static let neighbours = 3
  /// So many of a long history are shown before it has to be opened.
  private static let shown = 12

  func markup(_ links: RoomLinks) -> Markup {
    let versions = history.versions
    let entries: Markup
    if isWhole {
      let latest = list(versions.suffix(Self.shown), links)
      let older = versions.dropLast(Self.shown)
      let more: Markup? =
        older.isEmpty
        ? nil : "<details><summary>\(older.count) older versions</summary>\n\(list(older, links))\n</details>"
      entries = "\(latest)\n\(more)"
    } else {
      let place = history.place(of: current) ?? versions.count - 1
      let range = max(0, place - Self.neighbours)..<min(versions.count, place + Self.neighbours + 1)
      let rest: Markup? =
        range.count == versions.count
        ? nil
        : "<p><a href=\"\(links(.page(history.name), fragment: "versions"))\">All \(versions.count) versions</a></p>"
      entries = "\(list(versions[range], links))\n\(rest)"
    }
    return """
      <section id="versions" aria-labelledby="versions-title">
      <h2 id="versions-title">\(versions.count == 1 ? "One version" : "\(versions.count) versions")</h2>
      \(entries)
      \(isWhole ? VersionChoice(history: history, old: nil, new: nil).markup(links) : nil)
      </section>
      """
  }

  private func list(_ versions: some BidirectionalCollection<VersionNote>, _ links: RoomLinks) -> Markup {
    "<ol class=\"timeline\" reversed>\n\(versions.reversed().map { entry($0, links) })\n</ol>"
  }

  private func entry(_ note: VersionNote, _ links: RoomLinks) -> Markup {
    let isHere = note.version == current
    let mark: Markup = isHere ? " aria-current=\"true\"" : ""
    return """
      <li\(isHere ? " class=\"here\"" : nil)>
      <p class="when"><a href="\(links(.version(history.name, note.version)))"\(mark)>Version \(note.version)</a>\(severity(note))</p>
      <p class="faint">\(.time(note.captured))\(note.cause == .import ? ", imported" : nil)</p>
      \(what(note).map { text -> Markup in "<p class=\"what\">\(text)</p>" })
      \(steps(note, links))
      </li>
      """
  }

  private func severity(_ note: VersionNote) -> Markup? {
    note.severity.map { " <span class=\"severity \($0.rawValue)\">\($0.rawValue)</span>" }
  }

  /// What there is to tell of a version, a line each.
  private func what(_ note: VersionNote) -> [String] {
    if let trouble = note.trouble { return [trouble] }
    if let redaction = note.redaction { return ["The text was \(redaction)"] }
    if note.cause == .gone { return ["The page is gone from its site"] }
    var lines = note.phrases
    if lines.isEmpty { lines = [note.previous == nil ? "First seen" : "Nothing changed that makes a difference"] }
    return lines + (note.note.map { [$0] } ?? [])
  }

  private func steps(_ note: VersionNote, _ links: RoomLinks) -> Markup? {
    guard let previous = note.previous, note.severity != nil else { return nil }
    let address = links(.compare(history.name, old: previous, new: note.version))
    return "<p class=\"steps-to\"><a href=\"\(address)\">Compare with version \(previous)</a></p>"
  }
}
