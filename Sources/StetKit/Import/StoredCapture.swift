internal import StetModel
internal import StetWARC

/// What a record of a WARC file is for stet, by its head and the start of its block.
enum StoredCapture {
  /// No capture: a request, a description, a DNS answer …
  case none
  /// A capture that is no page that can be read.
  case skipped(CaptureSkip)
  /// A page in HTML, or a repetition of what may be one.
  case page(CDXJLine)

  /// How many bytes of a block are looked at for its HTTP head.
  static let maximumHTTPHead = 64 << 10

  /// Judges a record.
  /// - Parameter start: the start of the block.
  init(_ entry: WARCEntry, start: [UInt8]) {
    let head = entry.head
    guard let type = head.type, [.response, .resource, .revisit].contains(type) else {
      self = .none
      return
    }
    guard head.targetURI != nil else {
      self = .skipped(.address)
      return
    }
    let isWeb = head.targetURI.map { $0.hasPrefix("http:") || $0.hasPrefix("https:") } ?? false
    // DNS answers, screenshots (urn:…) and the like are captures of something else than the web.
    guard isWeb else {
      self = .none
      return
    }
    guard let line = CDXJLine(head, block: start, offset: entry.offset, length: 0, filename: "") else {
      self = .skipped(.address)
      return
    }
    if let status = line.status, status != 304, !(200..<300).contains(status) || status == 206 {
      self = .skipped(.status)
    } else if type == .revisit {
      self = .page(line)
    } else if line.status == nil || line.status == 304 {
      self = .skipped(.status)
    } else {
      self = Self.isHTML(line.mime, start) ? .page(line) : .skipped(.notHTML)
    }
  }

  private static func isHTML(_ mime: String?, _ start: [UInt8]) -> Bool {
    if let mime { return mime == "text/html" || mime == "application/xhtml+xml" }
    // Nobody says what it is: a page starts with a tag.
    let text = ASCII.lowercased(String(decoding: start, as: UTF8.self))
    return text.contains("<!doctype html") || text.contains("<html")
  }
}
