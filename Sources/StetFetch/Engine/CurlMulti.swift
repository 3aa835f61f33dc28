internal import CCurl

/// The one owner of a libcurl multi handle: transfers side by side, with the connections, DNS answers and TLS sessions
/// that they share.
///
/// Safe because the handle is made once, never leaves the class, and is freed with it; every transfer in it is taken out
/// before (curl_multi_cleanup(3)).
@safe final class CurlMulti {
  private let multi: OpaquePointer

  /// Nil when libcurl has no memory or cannot start.
  /// - Parameter connections: how many connections may stay open that no transfer uses.
  init?(connections: Int) {
    guard CurlHandle.isStarted, let multi = unsafe stet_curl_multi_init() else { return nil }
    unsafe self.multi = multi
    unsafe stet_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
  }

  deinit { unsafe stet_curl_multi_cleanup(multi) }

  /// Starts a transfer. False when libcurl does not take it.
  func add(_ handle: CurlHandle) -> Bool {
    unsafe stet_curl_multi_add_handle(multi, handle.pointer) == CURLM_OK
  }

  /// Ends a transfer, at once if it is on its way.
  func remove(_ handle: CurlHandle) {
    unsafe stet_curl_multi_remove_handle(multi, handle.pointer)
  }

  /// Does what can be done without waiting.
  func perform() { unsafe stet_curl_multi_perform(multi) }

  /// Waits until there is something to do, or the descriptor can be read.
  func wait(for descriptor: Int32, atMost milliseconds: Int32) {
    unsafe stet_curl_multi_poll(multi, descriptor, milliseconds)
  }

  /// The next transfer that has ended, by its handle's number, and how; nil when there is none any more.
  func nextDone() -> (handle: Int, code: CURLcode)? {
    var code = CURLE_OK
    guard let handle = unsafe stet_curl_multi_next_done(multi, &code) else { return nil }
    return (Int(bitPattern: handle), code)
  }
}
