/// Comma-separated values as RFC 4180 has them, made so that spreadsheets open them whole and run nothing.
struct CSVText {
  /// The most UTF-16 units that a cell of Excel holds. More would run over into other rows.
  static let longestCell = 32_767

  /// How many cells had to be cut so far.
  private(set) var cutCells = 0

  /// A row with its CRLF.
  mutating func row(_ cells: [Cell]) -> String {
    var out = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { out += "," }
      switch cell {
      case .empty: break
      case .number(let number): out += number
      case .text(let text): out += Self.quoted(fitting(Self.defused(text)))
      }
    }
    return out + "\r\n"
  }

  /// What stands in a cell.
  enum Cell {
    case empty
    /// A number as stet spells it.
    case number(String)
    /// Text of a page, which may be anything.
    case text(String)
  }

  /// Text that no spreadsheet takes for a formula: an apostrophe stands before what would start one.
  static func defused(_ text: String) -> String {
    switch text.unicodeScalars.first {
    // The wide forms are signs of a formula where Japanese and Chinese are typed.
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + text
    default: text
    }
  }

  /// A cell in quotation marks where it needs them.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), 0x09, 0x0A, 0x0D: false
      default: true
      }
    }
    guard !isPlain || text.hasPrefix(" ") || text.hasSuffix(" ") else { return text }
    // Scalar by scalar: a quotation mark may be part of a longer character ("۝\"").
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// The text, or its beginning with a word on what is missing.
  private mutating func fitting(_ text: String) -> String {
    let length = text.utf16.count
    guard length > Self.longestCell else { return text }
    cutCells += 1
    let mark = " … [cut: \(length) characters, a cell holds \(Self.longestCell)]"
    var room = Self.longestCell - mark.utf16.count
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      room -= UTF16.width(scalar)
      if room < 0 { break }
      kept.append(scalar)
    }
    return String(kept) + mark
  }
}
