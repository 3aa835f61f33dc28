/// How an element sets its text apart.
enum TextLayout {
  /// Not at all.
  case inline
  /// On lines of its own.
  case line
  /// With a blank line before and after.
  case paragraph
  /// As a paragraph, or as a line inside another list.
  case list
  /// As a line made of cells.
  case row
  /// By a tab from the cell before.
  case cell

  static func of(_ tag: Tag) -> TextLayout {
    switch tag {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .figure, .table, .hr, .fieldset: .paragraph
    case .ul, .ol, .dl, .menu, .dir: .list
    case .tr: .row
    case .td, .th: .cell
    case .address, .article, .aside, .body, .caption, .center, .dd, .details, .dialog, .div, .dt, .figcaption, .footer,
      .form, .frameset, .header, .hgroup, .html, .head, .legend, .li, .main, .nav, .optgroup, .option, .search,
      .section, .summary, .tbody, .tfoot, .thead, .textarea:
      .line
    default: .inline
    }
  }
}
