/// Byte strings in the order of their bytes, from memory and from the runs of a spill file.
package final class SpilledItems {
  /// What stayed in memory.
  private let items: PackedBytes
  private var place = 0
  private var readers: [SpillReader] = []
  /// Whose item was handed out last, and goes on with the next call.
  private var used: Int?

  init(_ items: PackedBytes, _ runs: [Range<Int>], _ file: SpillFile?) throws(ArchiveError) {
    self.items = items
    guard let file else { return }
    for run in runs {
      let reader = SpillReader(file, run)
      if try Self.advance(reader) { readers.append(reader) }
    }
  }

  /// The next; nil at the end.
  /// - Throws: `inputOutput` when the temporary file cannot be read back.
  package func next() throws(ArchiveError) -> ArraySlice<UInt8>? {
    if let used, try !Self.advance(readers[used]) { readers.remove(at: used) }
    used = nil
    // A handful of runs for each 100 MB: looking through them costs less than keeping them in order would.
    for index in readers.indices
    where used.map({ readers[index].item.lexicographicallyPrecedes(readers[$0].item) }) ?? true {
      used = index
    }
    guard place < items.count else { return used.map { readers[$0].item } }
    let item = items[place]
    if let used, readers[used].item.lexicographicallyPrecedes(item) { return readers[used].item }
    used = nil
    place += 1
    return item
  }

  private static func advance(_ reader: SpillReader) throws(ArchiveError) -> Bool {
    do throws(SystemCallError) {
      return try reader.advance()
    } catch {
      throw ArchiveError(
        error, action: "Cannot read back a temporary file in", subject: SpillFile.folder,
        remedy: "Set TMPDIR to a folder on another disk, then run again")
    }
  }
}
