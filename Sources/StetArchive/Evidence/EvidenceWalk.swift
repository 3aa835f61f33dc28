internal import StetModel
internal import StetWARC

/// Reads a WARC file record by record, as far as it is whole.
struct EvidenceWalk {
  /// Where the last whole capture ends, all that belongs to it included, in bytes.
  private(set) var end: Int
  /// Lines for the index.
  private(set) var lines: [CDXJLine] = []
  /// Why it could not be read to its end; nil when it could.
  private(set) var fault: WARCError?

  /// - Parameters:
  ///   - start: where to begin: the start of a record.
  ///   - isResuming: whether to go on behind what is damaged.
  init(_ path: String, name: String, from start: Int = 0, isResuming: Bool = false) throws(WARCError) {
    end = start
    let file = try WARCFile(path)
    guard file.length != start else { return }
    let reader = file.reader(from: start)
    fault = read(reader, name: name)
    while isResuming, fault != nil, try reader.resume() { fault = read(reader, name: name) }
  }

  /// Reads on to the end, or to what cannot be read.
  private mutating func read(_ reader: WARCReader, name: String) -> WARCError? {
    var pending: [CDXJLine] = []
    var last: String?
    do throws(WARCError) {
      while let stored = try reader.record(maximumBlockBytes: Archive.maximumBlockBytes), let length = stored.length {
        let line = CDXJLine(
          stored.record.head, block: stored.record.block, offset: stored.offset, length: length, filename: name)
        if let line { pending.append(line) }
        let head = stored.record.head
        // A response or revisit names the last record that belongs to it, where there is one.
        if [.response, .revisit].contains(head.type) || RedactedResponse.isOne(stored.record) {
          last = head["WARC-Concurrent-To"]
        }
        if last != nil, head["WARC-Record-ID"] != last { continue }
        last = nil
        lines += pending
        pending = []
        end = stored.offset + length
      }
      return nil
    } catch {
      return error
    }
  }
}
