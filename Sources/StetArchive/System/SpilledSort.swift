internal import Glibc

/// Byte strings put in order, however many they are, in memory that does not grow with them: beyond a limit they go to a
/// temporary file in sorted runs, which are merged in the end.
///
///     var sort = SpilledSort()
///     for item in items { sort.add(item) }
///     let sorted = try sort.sorted()
///     while let item = try sorted.next() { … }
///
/// The file has no name and is cleared away by the system. Where it cannot be written, all stays in memory.
package struct SpilledSort: Sendable {
  /// How many were added.
  package private(set) var count = 0

  private var items = PackedBytes()
  private var runs: [Range<Int>] = []
  private var file: SpillFile?
  private var canSpill = true
  private let limit: Int

  /// Nothing so far.
  /// - Parameter limit: how many bytes are kept in memory.
  package init(limit: Int = 4 << 20) { self.limit = limit }

  /// Adds one; of less than 4 GiB.
  package mutating func add(_ item: [UInt8]) {
    if items.byteCount >= limit, canSpill { spill() }
    count += 1
    items.append(item)
  }

  /// All of them in the order of their bytes, to be read once.
  /// - Throws: `inputOutput` when the temporary file cannot be read back.
  package consuming func sorted() throws(ArchiveError) -> SpilledItems {
    if file != nil, !items.isEmpty { spill() }
    items.sort()
    return try SpilledItems(items, runs, file)
  }

  private mutating func spill() {
    items.sort()
    if file == nil { file = SpillFile() }
    guard let file, let run = file.write(items) else {
      // Read-only, or full: then memory has to do.
      canSpill = false
      return
    }
    runs.append(run)
    items = PackedBytes()
  }
}
