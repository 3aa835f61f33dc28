internal import StetHTML

/// What an element is for, as far as finding text is concerned.
struct TagClass: OptionSet, Sendable {
  let rawValue: UInt8

  /// Starts and ends a line of its own.
  static let block = TagClass(rawValue: 1 << 0)
  /// Never shown as text.
  static let invisible = TagClass(rawValue: 1 << 1)
  /// Stands round the text by its own meaning.
  static let clutter = TagClass(rawValue: 1 << 2)
  /// Holds words of a form.
  static let control = TagClass(rawValue: 1 << 3)

  /// The class of an element.
  static func of(_ tag: Tag) -> TagClass { table[Int(tag.rawValue)] }

  private static let table: [TagClass] = Tag.allCases.map { tag in
    switch tag {
    case .script, .style, .noscript, .template, .iframe, .noframes, .head, .svg, .object, .canvas, .audio, .video,
      .raw, .datalist, .map, .math, .rt, .rp:
      return .invisible
    case .select, .option, .optgroup, .textarea, .input, .label, .button, .output, .meter, .progress: return .control
    case .nav, .footer, .dialog, .menu, .search: return [.block, .clutter]
    case .aside: return .block
    case .address, .article, .blockquote, .body, .caption, .center, .dd, .details, .dir, .div, .dl, .dt, .fieldset,
      .figcaption, .figure, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html, .legend, .li, .main,
      .ol, .p, .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .document, .frameset:
      return .block
    default: return []
    }
  }
}
