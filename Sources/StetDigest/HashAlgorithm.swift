internal import CCrypto

/// The digests that others' archives are sealed with. stet itself writes SHA-256 only.
public enum HashAlgorithm: String, Sendable, Hashable, CaseIterable {
  case md5, sha1, sha256, sha384, sha512

  /// The length of a digest, in bytes.
  public var length: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// The digest of bytes; nil when the configuration of libcrypto forbids this algorithm (FIPS and MD5, say).
  public func digest(of bytes: ArraySlice<UInt8>) -> [UInt8]? {
    LoadedCrypto.require()
    // The longest that there is: EVP_MAX_MD_SIZE.
    var result = [UInt8](repeating: 0, count: 64)
    let count = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe stet_crypto_digest(rawValue, bytes.baseAddress, bytes.count, &result)
    }
    return Int(count) == length ? Array(result.prefix(length)) : nil
  }
}
