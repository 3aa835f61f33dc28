internal import StetModel
internal import StetWARC

/// What holds of every WARC file.
enum WARCPromises {
  private static let maximumBytes = 1 << 20

  static func check(_ bytes: [UInt8]) {
    let reader = WARCReader(bytes)
    var end = 0
    var rounds = 0
    var isOpen = true
    while isOpen {
      rounds += 1
      promise(rounds <= bytes.count + 2, "resuming does not get on")
      do throws(WARCError) {
        while let stored = try reader.record(maximumBlockBytes: maximumBytes) {
          check(stored, in: bytes)
          promise(stored.offset >= end, "records overlap")
          if let length = stored.length { end = stored.offset + length }
        }
        isOpen = false
      } catch {
        if let offset = error.offset { promise((0...bytes.count).contains(offset), "an offset outside the file") }
        if error.code == .blockTooLong { continue }
        promise(throwsAgain(reader, error), "a failed reader reads on")
        isOpen = (try? reader.resume()) ?? false
      }
    }
    if let line = try? CDXJLine(String(decoding: bytes, as: UTF8.self)) {
      promise((try? CDXJLine(line.text)) == line, "an index line is not read back as it was")
    }
  }

  private static func check(_ stored: StoredWARCRecord, in bytes: [UInt8]) {
    let record = stored.record
    promise(record.block.count == record.head.contentLength, "the block has another length than its head says")
    promise(record.block.count <= maximumBytes, "the block is over the limit")
    _ = record.checkDigests()
    _ = CDXJLine(record.head, block: record.block, offset: stored.offset, length: stored.length ?? 0, filename: "x")
    if let length = stored.length {
      promise(stored.offset >= 0 && length > 0 && stored.offset + length <= bytes.count, "a place outside the file")
      let alone = try? WARCReader(Array(bytes[stored.offset..<stored.offset + length]))
        .record(maximumBlockBytes: maximumBytes)
      promise(alone?.record == record, "the record alone is another")
    }
    guard let exchange = try? WARCResponse.exchange(record, maximumBodyBytes: maximumBytes) else { return }
    promise(exchange.body.count <= maximumBytes, "the body is over the limit")
    promise((0..<1000).contains(exchange.status), "no status")
    // What is written of it is read back.
    for written in WARCCapture(exchange).records {
      let again = try? WARCReader(written.bytes).record(maximumBlockBytes: written.block.count)?.record
      promise(again?.block == written.block, "a record that was written is not read back")
    }
  }

  /// Whether the reader says the same again.
  private static func throwsAgain(_ reader: WARCReader, _ error: WARCError) -> Bool {
    do throws(WARCError) {
      _ = try reader.next()
      return false
    } catch let again {
      return again == error
    }
  }
}
