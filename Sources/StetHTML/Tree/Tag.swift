/// What a node is: a kind of text, or an element by its name.
///
/// Elements that HTML knows have a case each; `other` stands for the rest, whose name `HTMLDocument.name(of:)` tells.
public enum Tag: UInt8, Sendable, CaseIterable {
  /// The root above `<html>`.
  case document
  /// A run of text.
  case text
  /// The content of a script or style, as it stands in the source.
  case raw
  /// An element of a name that is not listed here.
  case other

  case a, abbr, acronym, address, area, article, aside, audio, b, base, bdi, bdo, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, details, dfn, dialog, dir, div
  case dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6
  case head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark
  case math, menu, meta, meter, nav, nobr, noframes, noscript, object, ol, optgroup, option, output, p, param
  case picture, pre, progress, q, rp, rt, ruby, s, samp, script, search, section, select, slot, small, source, span
  case strike, strong, style, sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time
  case title, tr, track, tt, u, ul, `var`, video, wbr

  /// The element's name in lower case; empty for `document`, `text`, `raw` and `other`.
  public var name: String { Self.names[Int(rawValue)] }

  /// By raw value: asking the run-time for a case's name costs as much as reading an element.
  private static let names = allCases.map { $0.rawValue <= Tag.other.rawValue ? "" : String(describing: $0) }

  /// Whether the HTML standard gives the element no content.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr: true
    default: false
    }
  }

  /// Whether the start tag ends an open paragraph by the HTML standard, though libxml2 does not know the element.
  var endsParagraph: Bool {
    switch self {
    case .article, .aside, .details, .dialog, .figcaption, .figure, .footer, .header, .hgroup, .main, .nav, .search,
      .section, .summary:
      true
    default: false
    }
  }

  /// Whether the element may stand in the head; every other one ends it (HTML standard, 13.2.6.4.4), but libxml2 keeps
  /// those that it does not know in there: the article of a page that leaves out `<body>`.
  var belongsInHead: Bool {
    switch self {
    case .title, .meta, .link, .base, .script, .style, .noscript, .noframes, .template, .object: true
    default: false
    }
  }

  /// Whether a section inside the element leaves a paragraph around it open: the boxes that the standard names (HTML
  /// standard, 13.2.4.2, button scope), and the blocks that libxml2 does not let a paragraph hold anyway.
  var keepsParagraphOpen: Bool {
    switch self {
    case .table, .td, .th, .caption, .button, .object, .template, .html, .body, .div, .li, .section, .article: true
    default: false
    }
  }
}
