internal import CCrypto
public import StetModel

/// The SHA-256 digest of bytes that come in pieces.
///
/// Safe because libcrypto's state is made once, never leaves the class, and is freed with it.
@safe public final class SHA256Stream {
  private let state: OpaquePointer

  /// Of no bytes.
  public init() {
    LoadedCrypto.require()
    // As for a digest at once: one that is not made must not pass as one.
    guard let state = unsafe stet_crypto_sha256_start() else {
      fatalError("libcrypto offers no SHA-256: its configuration forbids it, or there is no memory")
    }
    unsafe self.state = state
  }

  deinit { unsafe stet_crypto_free(state) }

  /// Takes in bytes.
  public func update(_ bytes: [UInt8]) {
    let done = unsafe bytes.withUnsafeBufferPointer { unsafe stet_crypto_update(state, $0.baseAddress, $0.count) }
    // No input leads here: only a library that has failed, and a digest of a part must not pass as one of the whole.
    guard done == 1 else { fatalError("libcrypto cannot go on with a SHA-256") }
  }

  /// The digest of all that was taken in. Nothing can be added after this.
  public func finish() -> Digest {
    var result = [UInt8](repeating: 0, count: 32)
    guard unsafe stet_crypto_finish(state, &result) == 1, let digest = Digest(bytes: result) else {
      // As above.
      fatalError("libcrypto cannot end a SHA-256")
    }
    return digest
  }
}
