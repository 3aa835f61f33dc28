internal import CCrypto
public import StetModel

extension Digest {
  /// The SHA-256 digest of bytes, by OpenSSL's libcrypto, which is loaded with the first digest.
  public static func sha256(of bytes: [UInt8]) -> Digest {
    unsafe bytes.withUnsafeBufferPointer { unsafe sha256(of: $0) }
  }

  /// The SHA-256 digest of a part of an array.
  public static func sha256(of bytes: ArraySlice<UInt8>) -> Digest {
    unsafe bytes.withUnsafeBufferPointer { unsafe sha256(of: $0) }
  }

  /// The SHA-256 digest of the UTF-8 bytes of a text.
  public static func sha256(of text: String) -> Digest { sha256(of: Array(text.utf8)) }

  private static func sha256(of bytes: UnsafeBufferPointer<UInt8>) -> Digest {
    LoadedCrypto.require()
    var result = [UInt8](repeating: 0, count: 32)
    let done = unsafe stet_crypto_sha256(bytes.baseAddress, bytes.count, &result)
    guard done == 1, let digest = Digest(bytes: result) else {
      // Nor this one: a digest that is not made must not pass as one.
      fatalError("libcrypto offers no SHA-256: its configuration forbids it")
    }
    return digest
  }
}
