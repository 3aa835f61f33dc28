internal import StetGzip
internal import StetHTML
internal import StetModel

/// The bytes of a feed or sitemap.
enum DiscoveryDocument {
  /// 50 MB is the most that a sitemap may have (sitemaps.org); the programs that write them count differently.
  static let maximumBytes = 52_428_800 + 1 << 20

  /// The document itself. A gzip file is told by its first bytes, not by its name: servers unpack them on the way or do
  /// not, as it happens.
  /// - Throws: `DiscoveryError.Code.tooLarge` or `.corrupt`.
  static func content(of bytes: [UInt8], at address: PageAddress) throws(DiscoveryError) -> [UInt8] {
    guard bytes.count <= maximumBytes else { throw tooLarge(address) }
    guard Gzip.isGzip(bytes) else { return bytes }
    do throws(GzipError) {
      return try Gzip.decompress(bytes, maximumBytes: maximumBytes)
    } catch {
      if error.code == .tooLarge { throw tooLarge(address) }
      throw DiscoveryError(.corrupt, "Cannot read '\(address)': \(error.message)")
    }
  }

  /// What a document that the XML reader refuses means here.
  static func error(_ error: XMLError, at address: PageAddress, empty: DiscoveryError.Code, kind: String)
    -> DiscoveryError
  {
    switch error.code {
    case .empty: refusal(empty, at: address, kind: kind)
    case .tooLarge: tooLarge(address)
    case .tooComplex:
      DiscoveryError(.tooComplex, "Cannot read '\(address)': \(error.message). Look at it: it may be an attack.")
    }
  }

  /// A document of another kind.
  static func refusal(_ code: DiscoveryError.Code, at address: PageAddress, kind: String) -> DiscoveryError {
    DiscoveryError(
      code, "Cannot read '\(address)' as a \(kind): it is none of the known formats. Look at what the address leads to."
    )
  }

  private static func tooLarge(_ address: PageAddress) -> DiscoveryError {
    DiscoveryError(
      .tooLarge,
      "Cannot read '\(address)': it has more than \(maximumBytes) bytes, decompressed. Ask for a part of it, if there is one."
    )
  }
}
