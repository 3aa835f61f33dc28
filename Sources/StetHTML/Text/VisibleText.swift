/// The text of a part of a page as its reader sees it.
///
/// White space collapses as CSS `white-space: normal` says, except in `<pre>` and `<textarea>`. Paragraphs, headings,
/// lists, tables and the like are set apart by a blank line; other blocks, list items and table rows stand on lines of
/// their own; `<br>` is a new line, cells of a row are separated by a tab. What is not displayed is left out: scripts,
/// styles, fallback content, titles, closed dialogs, and elements hidden by the `hidden` attribute or by
/// `style="display: none"`. Styles of the site are not known here, nor does `aria-hidden` hide anything from the eye.
struct VisibleText {
  private let document: HTMLDocument
  private let isInline: Bool
  private var output: [UInt8] = []

  /// What goes before the next visible character.
  private var lines = 0
  private var tabs = 0
  private var hasSpace = false
  /// How many cells have begun, by open table row.
  private var cells: [Int] = []
  /// Whether the innermost table row has no visible character yet.
  private var rowIsFresh = false
  /// How many lists are open.
  private var lists = 0
  /// How many open elements keep their white space.
  private var keepers = 0
  /// Whether white space at the start of a `<pre>` has been passed.
  private var keptIsFresh = false

  /// The text of a node as UTF-8.
  static func of(_ node: Int, in document: HTMLDocument, isInline: Bool) -> [UInt8] {
    var text = VisibleText(document: document, isInline: isInline)
    text.walk(node)
    return text.output
  }

  private init(document: HTMLDocument, isInline: Bool) {
    self.document = document
    self.isInline = isInline
  }

  private mutating func walk(_ root: Int) {
    var open: [(end: Int, tag: Tag)] = []
    var node = root
    let end = document.end(root)
    output.reserveCapacity(document.textRange(root).count)
    while node < end {
      while let last = open.last, last.end <= node {
        open.removeLast()
        leave(last.tag)
      }
      let tag = document.tag(node)
      if tag == .text {
        append(document.nodes[node])
      } else if node != root, isHidden(node, tag) {
        node = document.end(node)
        continue
      } else if tag == .br {
        if !isInline { lines = min(lines + 1, 2) } else { hasSpace = true }
      } else if tag != .raw {
        enter(tag)
        if TextLayout.of(tag) != .inline || tag == .pre || tag == .textarea { open.append((document.end(node), tag)) }
      }
      node += 1
    }
    while output.last == 0x0A { output.removeLast() }
  }

  // MARK: Elements

  private mutating func enter(_ tag: Tag) {
    switch TextLayout.of(tag) {
    case .inline: break
    case .line: separate(by: 1)
    case .paragraph: separate(by: 2)
    case .list: separate(by: lists == 0 ? 2 : 1)
    case .row:
      separate(by: 1)
      rowIsFresh = true
      cells.append(0)
    case .cell:
      guard let begun = cells.last, !isInline else { return separate(by: 1) }
      if begun > 0 {
        if !rowIsFresh { lines = 0 }
        tabs += 1
      }
      cells[cells.count - 1] += 1
    }
    if TextLayout.of(tag) == .list { lists += 1 }
    if tag == .pre || tag == .textarea {
      keepers += 1
      keptIsFresh = true
    }
  }

  private mutating func leave(_ tag: Tag) {
    if tag == .pre || tag == .textarea { keepers -= 1 }
    switch TextLayout.of(tag) {
    case .inline, .cell: break
    case .line: separate(by: 1)
    case .paragraph: separate(by: 2)
    case .list:
      lists -= 1
      separate(by: lists == 0 ? 2 : 1)
    case .row:
      cells.removeLast()
      tabs = 0
      separate(by: 1)
    }
  }

  /// Asks for a number of line ends before the next character. At the start of a cell there is a tab instead.
  private mutating func separate(by count: Int) {
    if isInline {
      hasSpace = true
    } else if tabs == 0 {
      lines = max(lines, count)
    }
  }

  // MARK: Characters

  private mutating func append(_ text: HTMLNode) {
    let range = Int(text.textStart)..<Int(text.textStart) + Int(text.length)
    if keepers > 0, !isInline {
      appendKept(document.text[range])
      return
    }
    let bytes = document.text
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        if unsafe isHTMLSpace(bytes[index]) {
          hasSpace = true
          index += 1
          continue
        }
        let start = index
        while index < range.upperBound, unsafe !isHTMLSpace(bytes[index]) { index += 1 }
        flush()
        unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      }
    }
  }

  /// Text with its white space, but for one line end at the start of the element.
  private mutating func appendKept(_ bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    if keptIsFresh, bytes.first == 0x0A { bytes = bytes.dropFirst() }
    if bytes.isEmpty { return }
    keptIsFresh = false
    hasSpace = hasSpace && output.last != 0x0A
    flush()
    output.append(contentsOf: bytes)
  }

  private mutating func flush() {
    if !output.isEmpty {
      if lines > 0 {
        lines = max(0, lines - output.suffix(2).reversed().prefix { $0 == 0x0A }.count)
        output.append(contentsOf: repeatElement(0x0A, count: lines))
      }
      if tabs == 0, lines == 0, hasSpace, output.last != 0x0A { output.append(0x20) }
    }
    output.append(contentsOf: repeatElement(0x09, count: tabs))
    lines = 0
    tabs = 0
    hasSpace = false
    rowIsFresh = false
  }

  // MARK: Visibility

  private func isHidden(_ node: Int, _ tag: Tag) -> Bool {
    switch tag {
    case .script, .style, .noscript, .template, .iframe, .title, .meta, .link, .base, .noframes, .audio, .video,
      .canvas,
      .datalist, .rp:
      return true
    case .dialog: if document.attribute(node, named: "open") == nil { return true }
    case .other:
      let name = document.name(of: node)
      if name == "desc" || name == "metadata" || name == "annotation" || name == "annotation-xml" { return true }
    default: break
    }
    if document.nodes[node].attributeCount == 0 { return false }
    if document.value(node, .hidden) != nil { return true }
    return document.value(node, .style).map { HiddenStyle.hides(document.values[$0.indices]) } ?? false
  }
}
