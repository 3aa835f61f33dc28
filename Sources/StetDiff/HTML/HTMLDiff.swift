internal import StetModel

/// Comparisons as HTML, in which nothing is loaded from anywhere and nothing runs; what comes from pages is escaped.
///
/// `page(_:)` is a page by itself; `fragment(_:layout:anchors:)` is what changed without a page round it, for pages that show
/// more. Such a page brings its own style or takes in `style`, whose rules all begin with `.diff`. A fragment is
///
///     section.diff                      all of it
///       p.summary > b.SEVERITY          in a line; SEVERITY is cosmetic, correction, substantive or retraction
///       dl.fields > div.field.change    a field: dt names it, dd shows it; div.field.note makes no version
///       div.body.LAYOUT                 the text; LAYOUT is inline, side-by-side or feed
///         details.unchanged             a run of equal blocks; p.unchanged in a feed
///         div.block.KIND.change         a block: edited, moved, split, merged, added or removed
///           p.what                      what happened to it
///           div.text                    its words, marked by ins and del; .code where line breaks count
///           div.pair > div.text.old + div.text.new      the same side by side; either may be empty
///       p.approximate                   that the texts were too far apart to look at everything
///
/// Each `.change` has an id, `change-1` to `change-N`, where N is `changeCount(_:)`; it can take the focus, and `a.step` in
/// it leads to the change before and after, so that reading on needs no script. `span.unseen` is for screen readers alone:
/// a page that leaves `style` out has to hide it from sight. Text of the page stands in elements with `dir="auto"`, in the
/// language of its record where that is known.
public enum HTMLDiff {
  /// How old and new text are set.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// Removed and added words in one text.
    case inline
    /// Old and new text beside each other, below each other where there is no room.
    case sideBySide = "side-by-side"
    /// Inline, for programs that bring their own style: unchanged blocks are counted only, nothing has an id, and there
    /// are no words for screen readers that others would see.
    case feed
  }

  /// A page by itself, in light and dark.
  public static func page(_ diff: SnapshotDiff, layout: Layout = .inline) -> String {
    var html = ""
    page(diff, layout: layout) { html += $0 }
    return html
  }

  /// The same piece by piece: of long texts that have nothing in common it is a hundred megabytes.
  /// - Throws: What `take` throws.
  public static func page(
    _ diff: SnapshotDiff, layout: Layout = .inline, to take: (_ piece: String) throws -> Void
  ) rethrows {
    let page = diff.new.page.description
    let versions = HTMLText.escaped("\(side(diff.old)) → \(side(diff.new))")
    try take(
      head(title: "Changes: \(page)") + "<main>\n<h1>\(HTMLText.link(page, HTMLText.escaped(page)))</h1>\n"
        + "<p class=\"versions\">\(versions)</p>\n")
    var fragment = DiffFragment(diff, layout: layout, anchors: "change-")
    try fragment.write(to: take)
    try take("\n</main>\n" + foot)
  }

  /// What changed, without the page round it.
  /// - Parameter anchors: What ids begin with. Two comparisons on one page need two.
  public static func fragment(_ diff: SnapshotDiff, layout: Layout = .inline, anchors: String = "change-") -> String {
    var html = ""
    var fragment = DiffFragment(diff, layout: layout, anchors: anchors)
    fragment.write { html += $0 }
    return html
  }

  /// How many changes a fragment has that can be stepped through: fields and blocks, without the notes.
  public static func changeCount(_ diff: SnapshotDiff) -> Int {
    diff.changes.reduce(0) { count, change in
      if case .body(let body) = change.detail { return count + body.blocks.count { $0.kind != .unchanged } }
      return count + 1
    }
  }

  /// A page's beginning, up to what it shows.
  public static func head(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="referrer" content="no-referrer">
    <title>\(HTMLText.escaped(title))</title>
    <style>
    \(pageStyle)
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
    return "<h2 dir=\"auto\">\(HTMLText.link(address, text))</h2>\n"
  }

  /// A sentence in the place of a comparison.
  public static func remark(_ text: String) -> String { HTMLText.element("p", text) + "\n" }

  /// "version 2, 2012-11-17T00:00:00Z".
  private static func side(_ side: DiffSide) -> String { "version \(side.version), \(side.captured)" }
}
