internal import CCrypto
public import StetModel

extension Digest {
  /// The SHA-256 digest of bytes, by OpenSSL's libcrypto, which is in the process through libcurl anyway.
  public static func sha256(of bytes: [UInt8]) -> Digest {
    unsafe bytes.withUnsafeBufferPointer { unsafe sha256(of: $0) }
  }

  /// The SHA-256 digest of the UTF-8 bytes of a text.
  public static func sha256(of text: String) -> Digest { sha256(of: Array(text.utf8)) }

  private static func sha256(of bytes: UnsafeBufferPointer<UInt8>) -> Digest {
    var result = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    // EVP_Digest(3) fails only when libcrypto cannot provide SHA-256 at all; nothing can be archived then.
    let done = unsafe EVP_Digest(bytes.baseAddress, bytes.count, &result, &length, EVP_sha256(), nil)
    guard done == 1, let digest = Digest(bytes: result) else {
      preconditionFailure("libcrypto offers no SHA-256: its configuration forbids it")
    }
    return digest
  }
}
