internal import CCrypto

/// libcrypto, which is loaded with the first digest.
enum LoadedCrypto {
  /// Returns once the library is there.
  static func require() {
    // No error that a caller could answer: the program was installed without a library that it needs.
    if let trouble { fatalError("libcrypto cannot be loaded: \(trouble)") }
  }

  /// What dlerror(3) says when libcrypto cannot be loaded; nil once it is there.
  private static let trouble = unsafe stet_crypto_load().map { unsafe String(cString: $0) }
}
