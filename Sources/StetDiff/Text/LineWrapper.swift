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

  /// The lines so far in UTF-8, each with its line feed.
  private(set) var written: [UInt8] = []
  /// The text that is being set, and where its lines are in it: kept, since most texts are short.
  private var cells: [Cell] = []
  private var lines: [Range<Int>] = []

  /// - Parameters:
  ///   - width: Columns of a line.
  ///   - isolatesDirections: Whether text of the page that runs from right to left is isolated from ours.
  init(width: Int, color: Bool, isolatesDirections: Bool) {
    self.width = width
    self.color = color
    self.isolatesDirections = isolatesDirections
  }

  /// Eight bytes: a text has millions.
  private struct Cell {
    var scalar: Unicode.Scalar
    var columns: UInt8
    var style: TextStyle
    /// The isolate in which it stands.
    var direction: TextDirection?

    var width: Int { Int(columns) }

    static let space = Cell(scalar: " ", columns: 1, style: .plain)
  }

  /// Appends an empty line.
  mutating func writeEmptyLine() { written.append(UInt8(ascii: "\n")) }

  /// Appends the text's lines.
  ///
  /// - Parameters:
  ///   - first: What the first line begins with.
  ///   - rest: Columns that every other line is indented by.
  mutating func write(_ text: StyledText, first: StyledText, rest: Int) {
    cells.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    append(first, to: &cells)
    let floor = cells.count
    append(text, to: &cells)
    let indent = min(rest, width / 2)
    Self.cut(cells, after: floor, indent: indent, width: width, into: &lines)
    for (index, line) in lines.enumerated() { finish(cells[line], indent: index == 0 ? 0 : indent) }
  }

  /// Appends two texts beside each other, each in its column.
  ///
  /// - Parameter indent: Columns in front of both.
  mutating func write(left: StyledText, right: StyledText, indent: Int) {
    let separator = StyledText(" │ ", .dim)
    let column = max(8, (width - indent - 3) / 2)
    let lefts = lines(of: left, width: column)
    let rights = lines(of: right, width: column)
    for index in 0..<max(lefts.count, rights.count) {
      var row = index < lefts.count ? Array(lefts[index]) : []
      let used = row.reduce(0) { $0 + $1.width }
      row.append(contentsOf: repeatElement(.space, count: max(0, column - used)))
      append(separator, to: &row)
      if index < rights.count { row += rights[index] }
      finish(row[...], indent: indent)
    }
  }

  private func lines(of text: StyledText, width: Int) -> [ArraySlice<Cell>] {
    var cells: [Cell] = []
    var lines: [Range<Int>] = []
    append(text, to: &cells)
    Self.cut(cells, after: 0, indent: 0, width: width, into: &lines)
    return lines.map { cells[$0] }
  }

  /// Cuts a text into lines.
  /// - Parameters:
  ///   - floor: Where the first line may be broken at the earliest: what it begins with stays whole.
  ///   - indent: Columns in front of every other line.
  private static func cut(
    _ cells: [Cell], after floor: Int, indent: Int, width: Int, into lines: inout [Range<Int>]
  ) {
    var (start, floor) = (0, floor)
    var column = cells[..<floor].reduce(0) { $0 + $1.width }
    // Where the line may be broken.
    var breakable: Int?
    func begin(at place: Int) {
      (start, floor) = (place, place)
      column = indent
      breakable = nil
    }
    for index in floor..<cells.count {
      let cell = cells[index]
      if cell.scalar == "\n" {
        lines.append(start..<index)
        begin(at: index + 1)
        continue
      }
      if index > floor, cell.width == 2 || (cells[index - 1].width == 2 && cell.width > 0) { breakable = index }
      if column + cell.width > width, index > floor {
        let place = breakable ?? index
        if cell.scalar == " " {
          // The space at the break is the break.
          lines.append(start..<index)
          begin(at: index + 1)
          continue
        }
        lines.append(start..<place)
        begin(at: place)
        column += cells[place..<index].reduce(0) { $0 + $1.width }
      }
      column += cell.width
      if cell.scalar == " " { breakable = index + 1 }
    }
    lines.append(start..<cells.count)
  }

  private func append(_ text: StyledText, to cells: inout [Cell]) {
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
  }

  /// Appends one line without the spaces at its end, every style closed.
  private mutating func finish(_ line: ArraySlice<Cell>, indent: Int) {
    var line = line
    while line.last?.scalar == " " { line.removeLast() }
    if !line.isEmpty { written.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent)) }
    var style = TextStyle.plain
    var direction: TextDirection?
    for cell in line {
      if cell.direction != direction {
        if direction != nil { put(TextDirection.closing) }
        if let opened = cell.direction { put(opened.opening) }
        direction = cell.direction
      }
      if color, cell.style != style {
        if style != .plain { written.append(contentsOf: TextStyle.reset.utf8) }
        if let sequence = cell.style.sequence { written.append(contentsOf: sequence.utf8) }
        style = cell.style
      }
      put(cell.scalar)
    }
    if direction != nil { put(TextDirection.closing) }
    if style != .plain { written.append(contentsOf: TextStyle.reset.utf8) }
    written.append(UInt8(ascii: "\n"))
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      written.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      written.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }
}
