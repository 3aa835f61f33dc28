internal import StetModel
internal import StetWARC

/// The pages of a WARC file, one after the other.
struct StoredPages {
  private let reader: WARCReader
  private let path: String
  private let maximumBytes: Int

  /// - Parameters:
  ///   - path: for messages.
  ///   - maximumBytes: the longest page that is read.
  init(_ file: WARCFile, path: String, maximumBytes: Int) {
    reader = file.reader()
    self.path = path
    self.maximumBytes = maximumBytes
  }

  /// The next page; nil at the end. Captures that are no pages are passed over, and so are repetitions of earlier ones,
  /// which would give the same record.
  /// - Throws: `InputError.Code.damaged` for a page or a part of the file that cannot be read; going on is possible.
  func next() throws(InputError) -> Page? {
    do throws(WARCError) {
      while let entry = try reader.next() {
        var block: [UInt8] = []
        while block.count < StoredCapture.maximumHTTPHead, case let piece = try reader.piece(), !piece.isEmpty {
          block += piece
        }
        guard entry.head.type != .revisit, case .page = StoredCapture(entry, start: block) else { continue }
        // What is not decoded may be longer than the page, by the head at least.
        block += try reader.block(maximumBytes: maximumBytes + StoredCapture.maximumHTTPHead)
        // To the end of the member, whose checksum is the first to tell of damage.
        _ = try reader.finish()
        let record = WARCRecord(head: entry.head, block: block)
        guard record.checkDigests().block != .different else { throw WARCError.brokenDigest(at: entry.offset) }
        return Page(try WARCResponse.exchange(record, maximumBodyBytes: maximumBytes))
      }
      return nil
    } catch {
      throw WebArchive.inputError(error, path)
    }
  }

  /// Whether there may be more behind what could not be read.
  func resume() throws(InputError) -> Bool {
    do throws(WARCError) {
      return try reader.resume()
    } catch {
      throw WebArchive.inputError(error, path)
    }
  }
}
