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
  private var lines: [String] = []

  init(_ diff: SnapshotDiff, layout: HTMLDiff.Layout, anchors: String) {
    self.diff = diff
    self.layout = layout
    self.anchors = HTMLText.escaped(anchors)
    count = HTMLDiff.changeCount(diff)
    markup = WordMarkup(diff, hasUnseenWords: layout != .feed)
    write()
  }

  /// The whole fragment.
  var html: String { lines.joined(separator: "\n") }

  private mutating func write() {
    lines = ["<section class=\"diff\">"]
    if let severity = diff.severity {
      lines.append(
        "<p class=\"summary\"><b class=\"\(severity.rawValue)\">\(severity.rawValue)</b> "
          + "\(summary)</p>")
    } else {
      lines.append("<p class=\"summary\">No difference.</p>")
    }
    writeFields()
    for case .body(let body) in diff.changes.map(\.detail) { write(body) }
    if diff.isApproximate {
      lines.append(
        "<p class=\"approximate\">The texts are too far apart to compare everything: some that are alike may be shown as "
          + "removed and added.</p>")
    }
    lines.append("</section>")
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
    lines.append("<dl class=\"fields\">")
    for field in fields {
      let place = nextPlace()
      lines.append(
        "<div class=\"field \(field.kind.rawValue) change\"\(place.attributes)><dt>\(name(field))\(place.steps)</dt>"
          + "<dd>\(markup.content(of: field))</dd></div>")
    }
    for note in diff.notes {
      lines.append(
        "<div class=\"field \(note.kind.rawValue) note\"><dt>\(name(note))</dt>"
          + "<dd>\(markup.content(of: note)) <small>(makes no version)</small></dd></div>")
    }
    lines.append("</dl>")
  }

  private func name(_ change: FieldChange) -> String { HTMLText.escaped(change.field.label) }

  // MARK: The body

  /// The blocks in the order of the new body; runs of unchanged ones behind a line that opens.
  private mutating func write(_ body: BodyChange) {
    lines.append("<div class=\"body \(layout.rawValue)\">")
    var unchanged: [BlockChange] = []
    for block in body.blocks {
      if block.kind == .unchanged {
        unchanged.append(block)
        continue
      }
      fold(&unchanged)
      let place = nextPlace()
      let label = ChangePhrase.whatHappened(to: block)
      lines.append(
        "<div class=\"block \(block.kind.rawValue) change\"\(place.attributes)\(place.label)>"
          + "<p class=\"what\"\(place.labelID)>\(HTMLText.escaped(label))\(place.steps)</p>\(content(block))</div>")
    }
    fold(&unchanged)
    lines.append("</div>")
  }

  private mutating func fold(_ unchanged: inout [BlockChange]) {
    if unchanged.isEmpty { return }
    let count = ChangePhrase.count(unchanged.count, of: unchanged)
    if layout == .feed {
      lines.append("<p class=\"unchanged\">… \(count) unchanged …</p>")
    } else {
      lines.append("<details class=\"unchanged\"><summary>\(count) unchanged</summary>")
      lines += unchanged.map(content)
      lines.append("</details>")
    }
    unchanged = []
  }

  private func content(_ block: BlockChange) -> String {
    guard layout == .sideBySide else { return markup.interwoven(block) }
    return "<div class=\"pair\">\(markup.side(.removed, of: block))\(markup.side(.added, of: block))</div>"
  }

  // MARK: Places

  /// Where a change stands among all, as attributes and links.
  private struct Place {
    var attributes = ""
    var label = ""
    var labelID = ""
    var steps = ""
  }

  private mutating func nextPlace() -> Place {
    number += 1
    if layout == .feed { return Place() }
    let id = "\(anchors)\(number)"
    var steps = ""
    if number > 1 { steps += step(to: number - 1, "↑", "previous change") }
    if number < count { steps += step(to: number + 1, "↓", "next change") }
    return Place(
      attributes: " id=\"\(id)\" tabindex=\"-1\"", label: " role=\"group\" aria-labelledby=\"\(id)-what\"",
      labelID: " id=\"\(id)-what\"", steps: steps)
  }

  private func step(to number: Int, _ sign: String, _ name: String) -> String {
    " <a class=\"step\" href=\"#\(anchors)\(number)\" aria-label=\"\(name)\">\(sign)</a>"
  }
}
