internal import CCurl

/// libcurl, loaded by the first who needs it: reading files and archives does without, and starts twice as fast.
enum CurlLibrary {
  /// What dlerror(3) says when it cannot be loaded; nil once it is there. Stays loaded until the process ends.
  private static let trouble = unsafe stet_curl_load().map { unsafe String(cString: $0) }

  /// Loads libcurl, unless that has been done; before this nothing of it may be called.
  /// - Parameter address: what it is needed for.
  static func load(for address: @autoclosure () -> String) throws(FetchError) {
    guard let trouble else { return }
    let address = address()
    throw FetchError(
      .noLibrary, "Cannot use the network: libcurl cannot be loaded (\(trouble)). Install libcurl 7.88 or later.",
      address: address, cause: trouble)
  }
}
