extension HTMLDocument {
  /// The text of a node as its reader sees it, in lines.
  ///
  /// A blank line sets paragraphs, headings, lists and tables apart; other blocks, list items and table rows stand on
  /// lines of their own, and a tab separates the cells of a row. White space is collapsed except in `<pre>`. What is
  /// not displayed is left out; but the node itself is taken to be visible, so that the text of a `<title>` can be read.
  public func visibleText(_ node: Int) -> String {
    String(decoding: VisibleText.of(node, in: self, isInline: false), as: UTF8.self)
  }

  /// The text of a node as its reader sees it, on one line: one space where `visibleText` has line ends and tabs.
  public func inlineText(_ node: Int) -> String {
    String(decoding: VisibleText.of(node, in: self, isInline: true), as: UTF8.self)
  }
}
