internal import StetGzip
internal import StetModel

/// Takes the codings off a stored body, as far as they are there in truth.
struct ContentDecoding {
  private(set) var body: ArraySlice<UInt8>
  private let uri: String
  private let maximumBytes: Int

  init(body: ArraySlice<UInt8>, uri: String, maximumBytes: Int) {
    self.body = body
    self.uri = uri
    self.maximumBytes = maximumBytes
  }

  /// Takes off what these fields speak of, the last one first.
  mutating func decode(_ fields: [HeaderField]) throws(WARCError) {
    for coding in Self.codings("Transfer-Encoding", fields) {
      if coding == "chunked" {
        if let content = ChunkedCoding.decode(body) { body = content[...] }
      } else {
        try remove(coding)
      }
    }
    for coding in Self.codings("Content-Encoding", fields) { try remove(coding) }
    guard body.count <= maximumBytes else { throw WARCResponse.tooLong(uri, maximumBytes) }
  }

  private mutating func remove(_ coding: String) throws(WARCError) {
    guard !body.isEmpty else { return }
    switch coding {
    case "identity", "": return
    case "gzip", "x-gzip":
      // No gzip under its name: whoever stored it had decoded it.
      let bytes = Array(body)
      guard Gzip.isGzip(bytes) else { return }
      body = try inflate(coding) { () throws(GzipError) in try Gzip.decompress(bytes, maximumBytes: maximumBytes) }
    case "deflate":
      guard !looksLikeText else { return }
      let bytes = Array(body)
      body = try inflate(coding) { () throws(GzipError) in try Deflate.decompress(bytes, maximumBytes: maximumBytes) }
    default:
      guard !looksLikeText else { return }
      throw WARCError(
        .unknownCoding,
        "Cannot read the record of '\(uri)': its content is stored in the coding '\(coding)', which is "
          + "not read here. Store it decoded.")
    }
  }

  private func inflate(_ coding: String, _ work: () throws(GzipError) -> [UInt8]) throws(WARCError) -> ArraySlice<UInt8>
  {
    do throws(GzipError) {
      return try work()[...]
    } catch {
      if error.code == .tooLarge { throw WARCResponse.tooLong(uri, maximumBytes) }
      throw WARCError(.damagedContent, "Cannot read the record of '\(uri)': its \(coding) content is not whole.")
    }
  }

  /// Whether the first bytes are those of a text. Compressed ones hold controls before long.
  private var looksLikeText: Bool {
    body.prefix(512).allSatisfy { $0 >= 0x20 || ASCII.isSpace($0) || $0 == 0x1B }
  }

  private static func codings(_ name: String, _ fields: [HeaderField]) -> [String] {
    let values = fields.filter { $0.hasName(name) }.map(\.value).joined(separator: ",")
    return ASCII.lowercased(values).split(separator: ",").reversed().map { coding in
      String(coding.filter { $0 != " " && $0 != "\t" })
    }
  }
}
