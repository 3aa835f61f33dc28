internal import StetModel
internal import StetWARC

/// Reads a WARC file record by record, as far as it is whole.
struct EvidenceWalk {
  /// Where the last whole record ends, in bytes.
  private(set) var end: Int
  /// Lines for the index.
  private(set) var lines: [CDXJLine] = []
  /// Why it could not be read to its end; nil when it could.
  private(set) var fault: WARCError?

  /// - Parameter start: where to begin: the start of a record.
  init(_ path: String, name: String, from start: Int = 0) throws(WARCError) {
    end = start
    let file = try WARCFile(path)
    guard file.length != start else { return }
    let reader = file.reader(from: start)
    do throws(WARCError) {
      while let stored = try reader.record(maximumBlockBytes: Archive.maximumBlockBytes) {
        guard let length = stored.length, stored.offset == end else { break }
        let line = CDXJLine(
          stored.record.head, block: stored.record.block, offset: stored.offset, length: length, filename: name)
        if let line { lines.append(line) }
        end = stored.offset + length
      }
    } catch {
      fault = error
    }
  }
}
