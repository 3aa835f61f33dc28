internal import StetModel

/// One comparison on its way to HTML, as `HTMLDiff` describes it.
struct DiffFragment {
  private let diff: SnapshotDiff
  private let layout: HTMLDiff.Layout
  private let anchors: String
  private let count: Int
  private let markup: WordMarkup
  /// How many changes have been written.
  private var number = 0
  /// What has not been handed on.
  private var html = ""
  /// So many bytes are handed on at a time: a page may be a hundred megabytes.
  private static let pieceLength = 1 << 16

  init(_ diff: SnapshotDiff, layout: HTMLDiff.Layout, anchors: String) {
    self.diff = diff
    self.layout = layout
    self.anchors = HTMLText.escaped(anchors)
    count = HTMLDiff.changeCount(diff)
    markup = WordMarkup(diff, hasUnseenWords: layout != .feed)
  }

  /// Hands the fragment on piece by piece; no line feed at its end.
  mutating func write(to take: (String) throws -> Void) rethrows {
    html = "<section class=\"diff\">\n"
    if let severity = diff.severity {
      line(
        "<p class=\"summary\"><b class=\"\(severity.rawValue)\">\(severity.rawValue)</b> "
          + "\(summary)</p>")
    } else {
      line("<p class=\"summary\">No difference.</p>")
    }
    writeFields()
    for case .body(let body) in diff.changes.map(\.detail) { try write(body, to: take) }
    if diff.isApproximate {
      line(
        "<p class=\"approximate\">The texts are too far apart to compare everything: some that are alike may be shown as "
          + "removed and added.</p>")
    }
    html += "</section>"
    try take(html)
    html = ""
  }

  private mutating func line(_ text: String) {
    html += text
    html += "\n"
  }

  /// The summary with an element for each isolate. All of these are ours: the page's own are visible signs by now.
  private var summary: String {
    var html = ""
    var piece = ""
    func end() {
      html += HTMLText.escaped(piece)
      piece = ""
    }
    for scalar in diff.summary(isolatingDirections: true).unicodeScalars {
      switch scalar {
      case TextDirection.leftToRight.opening, TextDirection.rightToLeft.opening:
        end()
        html += "<bdi>"
      case TextDirection.closing:
        end()
        html += "</bdi>"
      default: piece.unicodeScalars.append(scalar)
      }
    }
    end()
    return html
  }

  // MARK: Fields

  private mutating func writeFields() {
    let fields = diff.changes.filter { $0.field != .body }
    if fields.isEmpty && diff.notes.isEmpty { return }
    line("<dl class=\"fields\">")
    for field in fields {
      let id = nextID()
      html += "<div class=\"field \(field.kind.rawValue) change\""
      if let id { html += " id=\"\(id)\" tabindex=\"-1\"" }
      html += "><dt>\(name(field))"
      writeSteps()
      line("</dt><dd>\(markup.content(of: field))</dd></div>")
    }
    for note in diff.notes {
      line(
        "<div class=\"field \(note.kind.rawValue) note\"><dt>\(name(note))</dt>"
          + "<dd>\(markup.content(of: note)) <small>(makes no version)</small></dd></div>")
    }
    line("</dl>")
  }

  private func name(_ change: FieldChange) -> String { HTMLText.escaped(change.field.label) }

  // MARK: The body

  /// The blocks in the order of the new body; runs of unchanged ones behind a line that opens.
  private mutating func write(_ body: BodyChange, to take: (String) throws -> Void) rethrows {
    line("<div class=\"body \(layout.rawValue)\">")
    // The run of unchanged blocks before the one that is looked at.
    var unchanged = body.blocks[..<0]
    for (index, block) in body.blocks.enumerated() {
      if block.kind == .unchanged {
        unchanged = body.blocks[(unchanged.isEmpty ? index : unchanged.startIndex)...index]
        continue
      }
      fold(unchanged)
      unchanged = []
      if html.utf8.count >= Self.pieceLength {
        try take(html)
        html = ""
      }
      write(block)
    }
    fold(unchanged)
    line("</div>")
  }

  private mutating func write(_ block: BlockChange) {
    let id = nextID()
    html += "<div class=\"block \(block.kind.rawValue) change\""
    if let id { html += " id=\"\(id)\" tabindex=\"-1\" role=\"group\" aria-labelledby=\"\(id)-what\"" }
    html += "><p class=\"what\""
    if let id { html += " id=\"\(id)-what\"" }
    html += ">"
    html += HTMLText.escaped(ChangePhrase.whatHappened(to: block))
    writeSteps()
    html += "</p>"
    html += content(block)
    line("</div>")
  }

  private mutating func fold(_ unchanged: ArraySlice<BlockChange>) {
    if unchanged.isEmpty { return }
    let count = ChangePhrase.count(of: unchanged)
    if layout == .feed {
      line("<p class=\"unchanged\">… \(count) unchanged …</p>")
    } else {
      line("<details class=\"unchanged\"><summary>\(count) unchanged</summary>")
      for block in unchanged { line(content(block)) }
      line("</details>")
    }
  }

  private func content(_ block: BlockChange) -> String {
    guard layout == .sideBySide else { return markup.interwoven(block) }
    return "<div class=\"pair\">\(markup.side(.removed, of: block))\(markup.side(.added, of: block))</div>"
  }

  // MARK: Places

  /// What the next change is known by; nil in a feed.
  private mutating func nextID() -> String? {
    number += 1
    return layout == .feed ? nil : "\(anchors)\(number)"
  }

  /// Links to the changes before and after this one.
  private mutating func writeSteps() {
    if layout == .feed { return }
    if number > 1 { writeStep(to: number - 1, "↑", "previous change") }
    if number < count { writeStep(to: number + 1, "↓", "next change") }
  }

  private mutating func writeStep(to number: Int, _ sign: String, _ name: String) {
    html += " <a class=\"step\" href=\"#\(anchors)\(number)\" aria-label=\"\(name)\">\(sign)</a>"
  }
}
