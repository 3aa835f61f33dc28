internal import StetModel

/// A comparison as HTML: fields as a table, then the body with its changes marked by `ins` and `del`, unchanged blocks folded
/// away. Nothing is loaded from anywhere and nothing runs; what comes from pages is escaped.
public enum HTMLDiff {
  /// A page by itself, in light and dark.
  public static func page(_ diff: SnapshotDiff) -> String {
    let page = diff.new.page.description
    let versions = HTMLText.escaped("\(side(diff.old)) → \(side(diff.new))")
    return head(title: "Changes: \(page)") + "<h1>\(HTMLText.link(page, HTMLText.escaped(page)))</h1>\n"
      + "<p class=\"versions\">\(versions)</p>\n" + fragment(diff) + "\n" + foot
  }

  /// A page's beginning, up to what it shows.
  public static func head(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>

    """
  }

  /// A page's end.
  public static let foot = "</body>\n</html>\n"

  /// The heading of one of several pages.
  public static func heading(_ address: String, title: String?) -> String {
    let text = HTMLText.escaped(title ?? address)
    return "<h2>\(HTMLText.link(address, text))</h2>\n"
  }

  /// A sentence in the place of a comparison.
  public static func remark(_ text: String) -> String { HTMLText.element("p", text) + "\n" }

  /// What changed, without the page round it.
  public static func fragment(_ diff: SnapshotDiff) -> String {
    var lines = ["<section class=\"diff\">"]
    if let severity = diff.severity {
      lines.append(
        "<p class=\"summary\"><b class=\"\(severity.rawValue)\">\(severity.rawValue)</b> "
          + "\(HTMLText.escaped(diff.summary))</p>")
    } else {
      lines.append("<p class=\"summary\">No difference.</p>")
    }
    let rows =
      diff.changes.compactMap { row($0, note: nil) } + diff.notes.compactMap { row($0, note: "makes no version") }
    if !rows.isEmpty { lines += ["<table class=\"fields\">"] + rows + ["</table>"] }
    for case .body(let body) in diff.changes.map(\.detail) { lines += Self.body(body) }
    if diff.isApproximate {
      lines.append(
        "<p class=\"approximate\">The texts are too far apart to compare everything: some that are alike may be shown as "
          + "removed and added.</p>")
    }
    return (lines + ["</section>"]).joined(separator: "\n")
  }

  /// "version 2, 2012-11-17T00:00:00Z".
  static func side(_ side: DiffSide) -> String { "version \(side.version), \(side.captured)" }

  /// A field's row; nil for the body, which has a part of its own.
  private static func row(_ change: FieldChange, note: String?) -> String? {
    let content: String
    switch change.detail {
    case .record: content = change.kind == .removed ? "The page is gone." : "The page is back."
    case .text(let text): content = Self.text(text)
    case .list(let list): content = Self.list(list)
    case .rating(let old, let new):
      let phrases = zip2(old, new).map(ChangePhrase.ratings)
      content = replaced(phrases?.old ?? old.map(ChangePhrase.rating), phrases?.new ?? new.map(ChangePhrase.rating))
    case .item(let old, let new): content = replaced(old.map(ChangePhrase.item), new.map(ChangePhrase.item))
    case .body: return nil
    }
    let remark = note.map { " <small>(\($0))</small>" } ?? ""
    return "<tr><th scope=\"row\">\(HTMLText.escaped(change.field.label))</th><td>\(content)\(remark)</td></tr>"
  }

  private static func zip2<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    guard let a, let b else { return nil }
    return (a, b)
  }

  private static func text(_ change: TextChange) -> String {
    guard let old = change.old, let new = change.new else { return replaced(change.old, change.new) }
    return change.rewrittenShare > 0.6 ? replaced(old, new) : words(change.words)
  }

  private static func list(_ change: ListChange) -> String {
    var parts = change.removed.map { HTMLText.element("del", $0.name) }
    parts += change.added.map { HTMLText.element("ins", $0.name) }
    parts += change.altered.map { HTMLText.escaped("\($0.new.name) (\($0.parts.joined(separator: " and ")) changed)") }
    if parts.isEmpty { parts = [HTMLText.escaped("order now: " + change.new.map(\.name).joined(separator: ", "))] }
    return parts.joined(separator: " ")
  }

  private static func replaced(_ old: String?, _ new: String?) -> String {
    [old.map { HTMLText.element("del", $0) }, new.map { HTMLText.element("ins", $0) }].compactMap(\.self)
      .joined(separator: " → ")
  }

  /// The blocks in the order of the new body; runs of unchanged ones behind a line that opens.
  private static func body(_ body: BodyChange) -> [String] {
    var lines = ["<div class=\"body\">"]
    var unchanged: [BlockChange] = []
    func fold() {
      if unchanged.isEmpty { return }
      let count = ChangePhrase.count(unchanged.count, of: unchanged)
      let blocks = unchanged.map { "<p dir=\"auto\">\(broken(HTMLText.escaped($0.newText ?? "")))</p>" }
      lines.append("<details><summary>\(count) unchanged</summary>\(blocks.joined(separator: "\n"))</details>")
      unchanged = []
    }
    var number = 0
    for block in body.blocks {
      if block.kind == .unchanged {
        unchanged.append(block)
        continue
      }
      fold()
      number += 1
      lines.append(
        "<div class=\"block \(block.kind.rawValue)\" id=\"change-\(number)\"><p class=\"label\">\(label(block))</p>"
          + "<p dir=\"auto\">\(broken(content(block)))</p></div>")
    }
    fold()
    return lines + ["</div>"]
  }

  private static func label(_ block: BlockChange) -> String {
    let name = HTMLText.escaped((block.new ?? block.old)?.label ?? "block")
    switch block.kind {
    case .moved:
      let isTold = block.oldIndex != block.newIndex
      let places = isTold ? " from \((block.oldIndex ?? 0) + 1) to \((block.newIndex ?? 0) + 1)" : ""
      return "\(name) moved\(places)\(block.isEdited ? " and edited" : "")"
    case .split: return "\(name) split into \(block.news.count)"
    case .merged: return "\(name) merged from \(block.olds.count)"
    case .unchanged, .edited, .added, .removed: return "\(name) \(block.kind.rawValue)"
    }
  }

  private static func content(_ block: BlockChange) -> String {
    switch block.kind {
    case .added: return HTMLText.element("ins", block.newText ?? "")
    case .removed: return HTMLText.element("del", block.oldText ?? "")
    case .unchanged, .edited, .moved, .split, .merged:
      return block.words.isEmpty ? HTMLText.escaped(block.newText ?? "") : words(block.words)
    }
  }

  /// Interwoven texts.
  static func words(_ runs: [WordRun]) -> String {
    runs.map { run in
      switch run.operation {
      case .kept: HTMLText.escaped(run.text)
      case .removed: HTMLText.element("del", run.text)
      case .added: HTMLText.element("ins", run.text)
      }
    }.joined()
  }

  private static func broken(_ html: String) -> String { html.replacing("\n", with: "<br>\n") }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fff; --faint: #6a6a66; --rule: #d9d9d4;
      --ins: #0b5c2c; --ins-back: #e2f5e8; --del: #9c1c1c; --del-back: #fbe7e7; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e6e1; --paper: #171716; --faint: #a0a09a; --rule: #3a3a37;
      --ins: #8fdcaa; --ins-back: #14301f; --del: #f2a3a3; --del-back: #3a1a1a; } }
    body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 Georgia, serif; color: var(--ink);
      background: var(--paper); overflow-wrap: anywhere; }
    h1 { font-size: 1.15rem; } a { color: inherit; }
    .versions, .label, summary, small, .approximate { color: var(--faint); font: .85rem/1.5 system-ui, sans-serif; }
    .summary b { font: .8rem system-ui, sans-serif; border: 1px solid; border-radius: 1em; padding: .1em .7em; }
    .retraction, .substantive { color: var(--del); }
    table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
    th { text-align: left; vertical-align: top; width: 7rem; font: .85rem/1.9 system-ui, sans-serif; color: var(--faint); }
    td, th { border-top: 1px solid var(--rule); padding: .3rem .5rem; }
    .block { border-left: 3px solid var(--rule); padding-left: 1rem; margin: 1.2rem 0; }
    .block p { margin: .2rem 0; }
    ins { color: var(--ins); background: var(--ins-back); text-decoration: underline; text-decoration-thickness: 1px; }
    del { color: var(--del); background: var(--del-back); }
    """
}
