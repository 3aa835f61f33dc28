@testable internal import StetExtract
internal import StetHTML
internal import StetModel

/// A part of stet that reads what strangers wrote.
enum FuzzTarget: String, CaseIterable {
  /// Bytes in any encoding, declared anyhow.
  case charset
  /// Bytes to tree.
  case html
  /// A selector of a site profile (the first line) on a page (the rest).
  case selector
  /// JSON, strict and repaired.
  case json
  /// The JSON-LD of a page.
  case linkedData = "json-ld"
  /// A printed date.
  case date
  /// A printed rating.
  case rating
  /// A whole page.
  case page
  /// A record, in every form that it is printed in.
  case record
  /// Inline Markdown turned into HTML.
  case markdown
  /// A WARC file, plain or gzip, and the responses in it.
  case warc
  /// A path (the first line) and a robots.txt (the rest), which is a file of host states too.
  case robots
  /// A feed, a sitemap, a listing page, a time and a pattern of addresses.
  case discovery

  /// Reads the input; a broken promise ends the process, which libFuzzer reports.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .charset: charset(bytes)
    case .html: if let document = try? HTMLParser.parse(bytes) { TreePromises.check(document) }
    case .selector: selector(bytes)
    case .json: json(bytes)
    case .linkedData:
      let article = Array("<h1>The Long Night</h1><p>It is long, and it is dark, and it is very good.".utf8)
      extract(Array("<script type=application/ld+json>".utf8) + bytes + Array("</script>".utf8) + article)
    case .date:
      let text = String(decoding: bytes, as: UTF8.self)
      for language in [nil, "en-US", "de", "ja"] {
        RecordPromises.check(date: DateReader.read(text, language: language))
        RecordPromises.check(date: DateReader.find(in: text, language: language)?.date)
      }
      RecordPromises.check(date: DateReader.iso(text))
    case .rating:
      let text = String(decoding: bytes, as: UTF8.self)
      for rating in [RatingReader.read(text), RatingReader.read(classes: text), RatingReader.read(style: text)] {
        if let rating { RecordPromises.check(rating) }
      }
    case .page: extract(bytes)
    case .record:
      if let json = try? JSONParser.parse(bytes), let review = try? Review(json: json) { OutputPromises.check(review) }
    case .markdown: OutputPromises.check(markdown: String(decoding: bytes, as: UTF8.self))
    case .warc: WARCPromises.check(bytes)
    case .robots: RobotsPromises.check(bytes)
    case .discovery: DiscoveryPromises.check(bytes)
    }
  }

  private static let labels = [
    nil, "utf-8", "windows-1252", "iso-8859-1", "shift_jis", "gb18030", "euc-kr", "utf-16", "big5", "koi8-r",
    "nonsense",
  ]

  /// The first byte says what the header declares.
  private func charset(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let label = Self.labels[Int(first) % Self.labels.count]
    let decoded = Charset.decode(Array(bytes.dropFirst()), httpCharset: label)
    promise(String(validating: decoded.utf8, as: UTF8.self) != nil, "decoded to something that is not UTF-8")
    promise(!decoded.utf8.contains(0), "a NUL is left")
    promise(!decoded.name.isEmpty)
  }

  private func selector(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    guard let selector = try? Selector(String(decoding: bytes[..<end], as: UTF8.self)),
      let document = try? HTMLParser.parse(
        Array(bytes[end...]) + Array("<p id=a class=b title=c>d<a href=e>f</a>".utf8))
    else { return }
    let all = selector.all(in: document)
    promise(all == all.sorted() && Set(all).count == all.count, "not in document order, or twice")
    promise(selector.first(in: document) == all.first)
    for node in all { promise(selector.matches(node, in: document)) }
  }

  private func json(_ bytes: [UInt8]) {
    let strict = try? JSONParser.parse(bytes)
    let repaired = try? JSONParser.parse(bytes, leniency: .repair)
    // A repair looks for an object or an array: JSON-LD is nothing else.
    if let strict, strict.object != nil || strict.array != nil {
      promise(strict == repaired, "a repair of what was whole")
    }
    for value in [strict, repaired] {
      guard let value else { continue }
      promise((try? JSONParser.parse(CompactJSON.bytes(value))) == value, "written other than it was read")
      promise((try? JSONParser.parse(PrettyJSON.bytes(value, order: .kept))) == value)
    }
  }

  private func extract(_ bytes: [UInt8]) {
    guard let address = PageAddress("https://reel.example/2012/11/17/the-long-night/") else { return }
    let page = Page(requested: address, final: address, body: bytes, received: Timestamp(secondsSince1970: 0))
    guard let extraction = try? Self.extractor.extract(page, explaining: true) else { return }
    RecordPromises.check(extraction, pageBytes: bytes.count)
    OutputPromises.check(extraction)
    let silent = try? Self.extractor.extract(page)
    promise(silent?.review == extraction.review, "explaining changes the record")
  }

  private static let extractor = Extractor()
}
