internal import StetGzip
public import StetModel

/// A stored response as an exchange: its content decoded, whatever the writer left in it.
public enum WARCResponse {
  /// The exchange that a response or resource record holds.
  ///
  /// Chunks and the codings gzip and deflate are taken away where they are there in truth: some writers decode the
  /// content and keep the fields that speak of it (CC-NEWS until 2019, for one). Fields that a crawler renamed with
  /// `X-Crawler-` get their names back.
  /// - Parameters:
  ///   - request: the record of the request; nil when there is none, which counts as a GET.
  ///   - maximumBodyBytes: the longest content after decoding.
  /// - Throws: `WARCError`: `notHTTP` for a record that holds no response to a web address, or has no date; `unknownCoding`
  ///   for content in br, zstd or another coding; `damagedContent`, `contentTooLong`.
  public static func exchange(
    _ record: WARCRecord, request: WARCRecord? = nil, maximumBodyBytes: Int
  ) throws(WARCError) -> HTTPExchange {
    let head = record.head
    guard let uri = head.targetURI, let address = PageAddress(uri), let date = head.date else {
      throw WARCError(.notHTTP, "Cannot read the record as a response: it has no web address or no date.")
    }
    var exchange = HTTPExchange(address: address.withoutFragment, status: 200, date: date)
    exchange.ipAddress = head["WARC-IP-Address"]
    exchange.truncation = head["WARC-Truncated"].map {
      HTTPExchange.Truncation(rawValue: ASCII.lowercased($0)) ?? .unspecified
    }
    if let request { readRequest(request, into: &exchange) }
    if head.type == .resource, !head.isHTTP {
      if let type = head["Content-Type"] { exchange.fields = [HeaderField(name: "Content-Type", value: type)] }
      guard record.block.count <= maximumBodyBytes else { throw tooLong(uri, maximumBodyBytes) }
      exchange.body = record.block
      return exchange
    }
    guard let response = HTTPHead(record.block), response.status > 0 else {
      throw WARCError(
        .notHTTP, "Cannot read the record of '\(uri)' as a response: it does not start with a status line.")
    }
    exchange.httpVersion = head["WARC-Protocol"]?.hasPrefix("h2") == true ? "2" : response.version
    exchange.status = response.status
    exchange.reason = response.reason
    exchange.fields = originalFields(response.fields)
    var content = ContentDecoding(body: record.block[response.end...], uri: uri, maximumBytes: maximumBodyBytes)
    try content.decode(response.fields)
    exchange.body = Array(content.body)
    return exchange
  }

  private static func readRequest(_ record: WARCRecord, into exchange: inout HTTPExchange) {
    guard let end = HTTPHead.end(in: record.block),
      let feed = record.block.firstIndex(of: 0x0A)
    else { return }
    exchange.method = String(decoding: record.block.prefix { !ASCII.isSpace($0) }, as: UTF8.self)
    exchange.requestFields = HTTPHead.fields(in: record.block[(feed + 1)..<max(end, feed + 1)])
  }

  /// The fields as the server sent them. Where one of them was renamed, the Content-Length beside it is the crawler's.
  private static func originalFields(_ fields: [HeaderField]) -> [HeaderField] {
    let renamed = ["Content-Encoding", "Transfer-Encoding", "Content-Length"].map { StoredHead.prefix + $0 }
    func isRenamed(_ field: HeaderField) -> Bool { renamed.contains(where: field.hasName) }
    guard fields.contains(where: isRenamed) else { return fields }
    return fields.compactMap { field in
      if isRenamed(field) {
        return HeaderField(name: String(field.name.dropFirst(StoredHead.prefix.count)), value: field.value)
      }
      return field.hasName("Content-Length") ? nil : field
    }
  }

  static func tooLong(_ uri: String, _ maximumBytes: Int) -> WARCError {
    WARCError(
      .contentTooLong,
      "Cannot read the record of '\(uri)': its content is longer than \(maximumBytes >> 20) MiB, the most that is read."
    )
  }
}
