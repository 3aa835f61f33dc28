public import StetModel

/// One line of a CDXJ file (CDXJ 0.1.0): where a capture stands.
public struct CDXJLine: Sendable, Hashable {
  /// The key of the address.
  public var surt: String
  /// When it was captured.
  public var date: Timestamp
  /// The address that was captured.
  public var url: String
  /// The media type that the response names, without parameters; `warc/revisit` for a revisit; nil when it names none.
  public var mime: String?
  /// The status; nil when the record has none.
  public var status: Int?
  /// The digest of the content, as written; nil when the record has none.
  public var digest: String?
  /// The length of the record on disk, in bytes: of its gzip member where there is one.
  public var length: Int
  /// Where the record starts in its file, in bytes.
  public var offset: Int
  /// The name of the WARC file, without folders.
  public var filename: String
  /// The record's name, `urn:uuid:` left off; nil in others' files.
  public var record: String?

  /// The media type of a revisit, as pywb has it.
  public static let revisit = "warc/revisit"

  /// A line.
  public init(
    surt: String, date: Timestamp, url: String, mime: String?, status: Int?, digest: String?, length: Int, offset: Int,
    filename: String, record: String?
  ) {
    self.surt = surt
    self.date = date
    self.url = url
    self.mime = mime
    self.status = status
    self.digest = digest
    self.length = length
    self.offset = offset
    self.filename = filename
    self.record = record
  }

  /// The line about a record, made from its head and the start of its block; nil for records that are not indexed: all
  /// but responses, resources and revisits of web addresses.
  /// - Parameter block: as much of the block as holds the head of its HTTP message.
  public init?(_ head: WARCHead, block: [UInt8], offset: Int, length: Int, filename: String) {
    guard let type = head.type, [.response, .resource, .revisit].contains(type), let url = head.targetURI,
      let address = PageAddress(url), let date = head.date
    else { return nil }
    let response = head.isHTTP ? HTTPHead(block) : nil
    let named = type == .resource ? head["Content-Type"] : response?.field("Content-Type")
    let essence = named.map { $0.prefix { $0 != ";" && $0 != " " && $0 != "," } } ?? ""
    self.init(
      surt: SURT(address).description, date: date, url: url,
      mime: type == .revisit ? Self.revisit : essence.isEmpty ? nil : ASCII.lowercased(String(essence)),
      status: type == .resource ? 200 : response.flatMap { $0.status == 0 ? nil : $0.status },
      digest: head["WARC-Payload-Digest"], length: length, offset: offset, filename: filename,
      record: head.recordID.flatMap { WARCRecordID($0)?.uuid })
  }

  /// Reads a line, with or without its newline. Numbers may be written as texts, as pywb does.
  /// - Throws: `WARCError.Code.malformedIndex`.
  public init(_ line: some StringProtocol) throws(WARCError) {
    let text = line.last?.isNewline == true ? line.dropLast() : line[...]
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let date = WARCDate.moment(of: parts[1]) else {
      throw Self.fault("it is not a key, a moment of 14 digits and an object")
    }
    let object: JSONValue
    do throws(JSONParseError) {
      object = try JSONParser.parse(String(parts[2]))
    } catch {
      throw Self.fault("its object is no JSON (\(error.reason) at byte \(error.offset))")
    }
    func number(_ name: String) -> Int? { object[name]?.integer ?? object[name]?.string.flatMap { Int($0) } }
    guard let url = object["url"]?.string, let filename = object["filename"]?.string, let offset = number("offset"),
      let length = number("length"), offset >= 0, length >= 0
    else { throw Self.fault("url, filename, offset or length is missing") }
    self.init(
      surt: String(parts[0]), date: date, url: url, mime: object["mime"]?.string, status: number("status"),
      digest: object["digest"]?.string, length: length, offset: offset, filename: filename,
      record: object["record"]?.string)
  }

  /// The line with its newline. Numbers are numbers; what is nil is left out.
  public var text: String {
    var object = JSONObject()
    object["url"] = .string(url)
    object["mime"] = mime.map { .string($0) }
    object["status"] = status.map { .number(Double($0)) }
    object["digest"] = digest.map { .string($0) }
    object["length"] = .number(Double(length))
    object["offset"] = .number(Double(offset))
    object["filename"] = .string(filename)
    object["record"] = record.map { .string($0) }
    return
      "\(surt) \(WARCDate.digits(of: date)) \(String(decoding: CompactJSON.bytes(.object(object)), as: UTF8.self))\n"
  }

  private static func fault(_ reason: String) -> WARCError {
    WARCError(.malformedIndex, "Cannot read a line of a CDXJ index: \(reason). Have the index made anew.")
  }
}
