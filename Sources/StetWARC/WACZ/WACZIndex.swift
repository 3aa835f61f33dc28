internal import StetDigest
public import StetGzip
internal import StetModel

/// The index of a WACZ file: CDXJ lines in gzip members of many lines each (`index.cdx.gz`), and the first key of each
/// member (`index.idx`), so that a reader over the network fetches one member and not all.
public struct WACZIndex: Sendable {
  /// How many lines share a gzip member.
  public static let linesPerMember = 1024

  /// The content of `index.cdx.gz`.
  public let compressed: [UInt8]
  /// The content of `index.idx`.
  public let secondary: [UInt8]

  /// The index of these lines.
  /// - Parameters:
  ///   - lines: with their newlines, in any order.
  ///   - filename: the name of the compressed file, without folders.
  /// - Throws: `GzipError.Code.outOfMemory`.
  public init(_ lines: [String], filename: String = "index.cdx.gz") throws(GzipError) {
    let sorted = lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var compressed: [UInt8] = []
    let meta: JSONObject = ["format": "cdxj-gzip-1.0", "filename": .string(filename)]
    var secondary = Array("!meta 0 ".utf8) + CompactJSON.bytes(.object(meta)) + [UInt8(ascii: "\n")]
    for start in stride(from: 0, to: sorted.count, by: Self.linesPerMember) {
      let part = sorted[start..<min(start + Self.linesPerMember, sorted.count)]
      let member = try Gzip.compress(part.flatMap { Array($0.utf8) })
      let place: JSONObject = [
        "offset": .number(Double(compressed.count)), "length": .number(Double(member.count)),
        "digest": .string(Digest.sha256(of: member).description), "filename": .string(filename),
      ]
      // The key and the moment, without the object behind them.
      let key = part.first?.split(separator: " ", maxSplits: 2).prefix(2).joined(separator: " ") ?? ""
      secondary += Array(key.utf8) + [UInt8(ascii: " ")] + CompactJSON.bytes(.object(place)) + [UInt8(ascii: "\n")]
      compressed += member
    }
    // A file of the kind that its name says, though there is nothing in it.
    self.compressed = sorted.isEmpty ? try Gzip.compress([]) : compressed
    self.secondary = secondary
  }
}
