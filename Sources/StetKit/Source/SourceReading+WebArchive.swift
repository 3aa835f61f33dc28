public import StetExtract
public import StetModel
internal import StetWARC

extension SourceReading {
  /// Whether a source is a WARC or WACZ file: many pages, not one.
  public static func isWebArchive(_ source: PageSource) -> Bool {
    if case .file(let path) = source { return WebArchive.isOne(path) }
    return false
  }

  /// Reads every HTML response in a WARC or WACZ file.
  /// - Parameters:
  ///   - address: the page to take, in its latest capture; nil for all. Addresses count as one when their SURT does.
  ///   - explaining: whether the candidates for each field are wanted.
  ///   - receive: is given each record, or why there is none: `InputError` for a part of the file that cannot be read,
  ///     `UnreadablePageError` for a page.
  /// - Throws: `InputError` when the file cannot be read at all, or has no such page; what `receive` throws.
  public func readWebArchive(
    _ path: String, address: PageAddress? = nil, explaining: Bool = false,
    receive: (Result<Extraction, any Error>) throws -> Void
  ) throws {
    let key = address.map(SURT.init)
    var latest: Page?
    var isEmpty = true
    for file in try WebArchive(path).files {
      let pages = StoredPages(file, path: path, maximumBytes: files.maximumBytes)
      var isReadable = true
      while isReadable {
        let page: Page?
        do throws(InputError) {
          page = try pages.next()
        } catch {
          isEmpty = false
          try receive(.failure(error))
          isReadable = try pages.resume()
          continue
        }
        guard let page else { break }
        if let key {
          if SURT(page.final) == key, latest.map({ $0.received <= page.received }) ?? true { latest = page }
        } else {
          isEmpty = false
          try receive(extraction(of: page, explaining: explaining))
        }
      }
    }
    if let latest {
      try receive(extraction(of: latest, explaining: explaining))
    } else if isEmpty {
      throw InputError.noPage(in: path, at: address)
    }
  }

  private func extraction(of page: Page, explaining: Bool) -> Result<Extraction, any Error> {
    do throws(ExtractError) {
      return .success(try records.read(page, explaining: explaining))
    } catch {
      return .failure(UnreadablePageError(error, subject: "\(page.final)"))
    }
  }
}
