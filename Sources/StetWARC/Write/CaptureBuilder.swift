internal import StetModel

/// Puts the records of one exchange together, field by field.
struct CaptureBuilder {
  private let exchange: HTTPExchange
  private let warcinfo: WARCRecordID?
  private let head: StoredHead

  init(exchange: HTTPExchange, warcinfo: WARCRecordID?) {
    self.exchange = exchange
    self.warcinfo = warcinfo
    head = StoredHead(of: exchange)
  }

  func response(_ id: WARCRecordID, payload: Digest) -> WARCRecord {
    var fields = start(.response, id)
    fields.add("WARC-Payload-Digest", payload.description)
    fields.add("WARC-Truncated", exchange.truncation?.rawValue)
    return fields.record("application/http;msgtype=response", head.response + exchange.body)
  }

  /// The head of the response without its body, which the earlier record holds.
  func revisit(_ id: WARCRecordID, _ profile: WARCProfile, of original: WARCOriginal?) -> WARCRecord {
    var fields = start(.revisit, id)
    fields.add("WARC-Profile", profile.uri)
    fields.add("WARC-Refers-To", original?.record.inBrackets)
    fields.add("WARC-Refers-To-Target-URI", original?.address.description)
    fields.add("WARC-Refers-To-Date", original?.date.description)
    // Of a 304 there is no content here, and the digest of nothing would be a wrong word about the page.
    fields.add("WARC-Payload-Digest", original?.payload.description)
    if profile == .identicalPayloadDigest { fields.add("WARC-Truncated", HTTPExchange.Truncation.length.rawValue) }
    return fields.record("application/http;msgtype=response", head.response)
  }

  func request(_ id: WARCRecordID, concurrentTo main: WARCRecordID) -> WARCRecord {
    var fields = start(.request, id)
    fields.add("WARC-Concurrent-To", main.inBrackets)
    return fields.record("application/http;msgtype=request", head.request)
  }

  /// Where the address comes from: `via`, and one hop of the kind R, a redirect.
  func metadata(_ id: WARCRecordID, via: PageAddress, concurrentTo main: WARCRecordID) -> WARCRecord {
    var fields = start(.metadata, id)
    fields.add("WARC-Concurrent-To", main.inBrackets)
    return fields.record("application/warc-fields", Array("via: \(via)\r\nhopsFromSeed: R\r\n".utf8))
  }

  private func start(_ type: WARCRecordType, _ id: WARCRecordID) -> WARCFields {
    var fields = WARCFields(type, id, exchange.date)
    fields.add("WARC-Target-URI", exchange.address.description)
    fields.add("WARC-Warcinfo-ID", warcinfo?.inBrackets)
    fields.add("WARC-IP-Address", exchange.ipAddress)
    fields.add("WARC-Protocol", head.networkProtocol)
    return fields
  }
}
