/// What a journal says from a position on.
struct JournalReading {
  /// Where the reading ended; whole lines only.
  private(set) var position: JournalPosition
  /// Folders of the pages to look at, in the order noted, each once.
  private(set) var folders: [String] = []
  /// Whether any page may have changed.
  private(set) var isEverything = false

  /// - Parameter bytes: the whole journal; nil when there is none.
  init(_ bytes: [UInt8]?, from start: JournalPosition) {
    position = start
    guard let bytes, let identifier = JournalText.identifier(of: bytes) else {
      position = JournalPosition()
      isEverything = true
      return
    }
    if start.journal != identifier || start.offset > bytes.count || start.offset == 0 {
      position = JournalPosition(journal: identifier)
      isEverything = true
    }
    folders = position.pending
    isEverything = isEverything || position.mayHaveLostLines
    let rest = bytes[position.offset...]
    let length = (rest.lastIndex(of: UInt8(ascii: "\n")) ?? position.offset - 1) + 1 - position.offset
    let lines = rest.prefix(length).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    for line in position.offset == 0 ? lines.dropFirst() : lines[...] {
      read(String(decoding: line, as: UTF8.self))
    }
    position.offset += length
    var seen = Set<String>()
    folders = folders.filter { seen.insert($0).inserted }
  }

  private mutating func read(_ line: String) {
    switch line {
    case ".": position.pending = []
    case "end":
      position.pending = []
      position.openBoot = nil
    case "all": isEverything = true
    case _ where line.hasPrefix("+\(ArchiveLayout.pages)/"):
      let folder = String(line.dropFirst())
      folders.append(folder)
      position.pending.append(folder)
    case _ where line.hasPrefix("begin "):
      // The run before it died; what it had in hand stays as it is.
      isEverything = isEverything || position.mayHaveLostLines
      position.pending = []
      position.openBoot = String(line.dropFirst(6))
      isEverything = isEverything || position.mayHaveLostLines
    default: isEverything = true
    }
  }
}
