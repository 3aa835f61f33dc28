/// Sets styled text into lines of a width, breaking at spaces and beside wide characters; a word that is wider than a
/// line is broken where the line ends.
struct LineWrapper {
  /// Columns of a line.
  let width: Int
  /// Whether styles become escape sequences.
  let color: Bool
  /// Whether text of the page that runs from right to left is isolated from ours, in each line anew: to a terminal every
  /// line is a paragraph.
  let isolatesDirections: Bool

  /// Eight bytes: a text has millions.
  private struct Cell {
    var scalar: Unicode.Scalar
    var columns: UInt8
    var style: TextStyle
    /// The isolate in which it stands.
    var direction: TextDirection?

    var width: Int { Int(columns) }
  }

  /// Appends the text's lines.
  ///
  /// - Parameters:
  ///   - first: What the first line begins with.
  ///   - rest: Columns that every other line is indented by.
  func write(_ text: StyledText, first: StyledText, rest: Int, to out: inout String) {
    for line in lines(text, first: first, rest: rest, width: width) { flush(line, &out) }
  }

  /// Appends two texts beside each other, each in its column.
  ///
  /// - Parameter indent: Columns in front of both.
  func write(left: StyledText, right: StyledText, indent: Int, to out: inout String) {
    let separator = " │ "
    let column = max(8, (width - indent - separator.count) / 2)
    let lefts = lines(left, first: StyledText(), rest: 0, width: column)
    let rights = lines(right, first: StyledText(), rest: 0, width: column)
    func blank(_ count: Int) -> [Cell] { [Cell](repeating: Cell(scalar: " ", columns: 1, style: .plain), count: count) }
    for index in 0..<max(lefts.count, rights.count) {
      let line = index < lefts.count ? Array(lefts[index]) : []
      let used = line.reduce(0) { $0 + $1.width }
      let other = index < rights.count ? Array(rights[index]) : []
      let gap = blank(max(0, column - used)) + cells(StyledText(separator, .dim))
      flush((blank(indent) + line + gap + other)[...], &out)
    }
  }

  /// The text cut into lines.
  private func lines(_ text: StyledText, first: StyledText, rest: Int, width: Int) -> [ArraySlice<Cell>] {
    var lines: [ArraySlice<Cell>] = []
    var line = cells(first)
    var column = line.reduce(0) { $0 + $1.width }
    let indent = [Cell](repeating: Cell(scalar: " ", columns: 1, style: .plain), count: min(rest, width / 2))
    // How much of the line is its indent, where no break may go; and where it may be broken.
    var floor = line.count
    var breakable: Int?
    func newLine(_ carried: ArraySlice<Cell>) -> [Cell] { indent + carried }

    for cell in cells(text) {
      if cell.scalar == "\n" {
        lines.append(line[...])
        line = indent
        column = indent.count
        floor = line.count
        breakable = nil
        continue
      }
      let mayBreakBefore = cell.width == 2 || (line.last?.width == 2 && cell.width > 0)
      if mayBreakBefore, line.count > floor { breakable = line.count }
      if column + cell.width > width, line.count > floor {
        if cell.scalar == " " {
          // The space at the break is the break.
          lines.append(line[...])
          line = indent
          column = indent.count
          floor = line.count
          breakable = nil
          continue
        }
        let cut = breakable ?? line.count
        let carried = line[cut...]
        lines.append(line[..<cut])
        line = newLine(carried)
        column = line.reduce(0) { $0 + $1.width }
        floor = indent.count
        breakable = nil
      }
      line.append(cell)
      column += cell.width
      if cell.scalar == " ", line.count > floor { breakable = line.count }
    }
    lines.append(line[...])
    return lines
  }

  private func cells(_ text: StyledText) -> [Cell] {
    var cells: [Cell] = []
    var next = text.spans.startIndex
    while next < text.spans.endIndex {
      // Spans of the page's text that follow each other run one way.
      let isQuoted = text.spans[next].isQuoted
      let end = text.spans[next...].firstIndex { $0.isQuoted != isQuoted } ?? text.spans.endIndex
      let spans = text.spans[next..<end]
      let direction =
        isolatesDirections && isQuoted
        ? TextDirection.needed(for: spans.lazy.flatMap { $0.text.unicodeScalars }) : nil
      for span in spans {
        for scalar in span.text.unicodeScalars {
          let columns = scalar == "\n" ? 0 : UInt8(DisplayWidth.of(scalar))
          cells.append(Cell(scalar: scalar, columns: columns, style: span.style, direction: direction))
        }
      }
      next = end
    }
    return cells
  }

  /// Appends one line without the spaces at its end, every style closed.
  private func flush(_ cells: ArraySlice<Cell>, _ out: inout String) {
    var cells = cells
    while cells.last?.scalar == " " { cells.removeLast() }
    // Bytes: a String takes scalars one by one far slower.
    var line: [UInt8] = []
    line.reserveCapacity(cells.count + 16)
    var style = TextStyle.plain
    var direction: TextDirection?
    func put(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        line.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        line.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    for cell in cells {
      if cell.direction != direction {
        if direction != nil { put(TextDirection.closing) }
        if let opened = cell.direction { put(opened.opening) }
        direction = cell.direction
      }
      if color, cell.style != style {
        if style != .plain { line.append(contentsOf: TextStyle.reset.utf8) }
        if let sequence = cell.style.sequence { line.append(contentsOf: sequence.utf8) }
        style = cell.style
      }
      put(cell.scalar)
    }
    if direction != nil { put(TextDirection.closing) }
    if style != .plain { line.append(contentsOf: TextStyle.reset.utf8) }
    line.append(UInt8(ascii: "\n"))
    out += String(decoding: line, as: UTF8.self)
  }
}
