internal import CCurl

/// The one owner of what the handles of one thread share: TLS sessions. (The multi handle shares connections and DNS
/// answers; that it shares sessions, too, is said in libcurl's manual, but 7.88 does not do it.)
///
/// Safe because the pointer is made once, and freed with the object, which every handle that uses it keeps alive.
@safe final class CurlShare {
  /// libcurl's handle, for `CurlHandle`.
  let pointer: OpaquePointer

  /// Nil when libcurl has no memory or cannot start.
  init?() {
    guard CurlHandle.isStarted, let pointer = unsafe stet_curl_share_init() else { return nil }
    unsafe self.pointer = pointer
    unsafe stet_curl_share_data(pointer, CURL_LOCK_DATA_SSL_SESSION)
  }

  deinit { unsafe stet_curl_share_cleanup(pointer) }
}
