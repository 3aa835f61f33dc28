internal import CCurl

/// The one owner of a libcurl easy handle. Connections, DNS answers and TLS sessions stay with it between transfers.
///
/// Safe because the handle and the error buffer are made once, never leave the class, and are freed with it, the
/// handle first: libcurl may write to the buffer until then.
@safe final class CurlHandle {
  // libcurl-thread(3): one thread at a time. `curl_global_cleanup` is never called: other code may use libcurl too.
  private static let isStarted = stet_curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private let handle: OpaquePointer
  private let errorBuffer: UnsafeMutablePointer<CChar>

  /// Nil when libcurl has no memory or cannot start.
  init?() {
    guard Self.isStarted, let handle = unsafe stet_curl_easy_init() else { return nil }
    unsafe self.handle = handle
    unsafe errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    unsafe stet_curl_easy_cleanup(handle)
    unsafe errorBuffer.deallocate()
  }

  /// Back to libcurl's defaults; connections, sessions and cookies stay.
  func reset() {
    unsafe stet_curl_easy_reset(handle)
    unsafe errorBuffer[0] = 0
    unsafe stet_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorBuffer)
  }

  /// Sets a number. Nothing here is an option that a libcurl of 7.88 or later can refuse, but for lack of memory.
  func set(_ option: CURLoption, _ value: Int) -> Bool {
    unsafe stet_curl_set_long(handle, option, value) == CURLE_OK
  }

  /// Sets a text, which libcurl copies; nil takes it back.
  func set(_ option: CURLoption, _ value: String?) -> Bool {
    unsafe stet_curl_set_string(handle, option, value) == CURLE_OK
  }

  /// Asks for an address and runs the transfer to its end.
  func perform(_ address: String, _ exchange: Exchange, fields: HeaderList) -> CURLcode {
    guard set(CURLOPT_URL, address) else { return CURLE_OUT_OF_MEMORY }
    return withExtendedLifetime((exchange, fields)) {
      let context = unsafe Unmanaged.passUnretained(exchange).toOpaque()
      unsafe stet_curl_set_list(handle, CURLOPT_HTTPHEADER, fields.list)
      unsafe stet_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION, TransferEvents.head)
      unsafe stet_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION, TransferEvents.body)
      unsafe stet_curl_set_socket_opener(handle, TransferEvents.openSocket)
      unsafe stet_curl_set_request_gate(handle, TransferEvents.beforeRequest)
      unsafe stet_curl_set_progress(handle, TransferEvents.progress)
      unsafe stet_curl_set_trace(handle, TransferEvents.trace)
      let contexts = [
        CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA, CURLOPT_XFERINFODATA,
        CURLOPT_DEBUGDATA,
      ]
      for option in contexts { unsafe stet_curl_set_pointer(handle, option, context) }
      let code = unsafe stet_curl_easy_perform(handle)
      // What lives for one transfer only must not be found by the next one.
      for option in contexts { unsafe stet_curl_set_pointer(handle, option, nil) }
      unsafe stet_curl_set_list(handle, CURLOPT_HTTPHEADER, nil)
      return code
    }
  }

  /// A number about the last transfer; 0 when libcurl has none.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return unsafe stet_curl_get_long(handle, info, &value) == CURLE_OK ? value : 0
  }

  /// How many bytes of body came over the wire in the last transfer, before decompression.
  var receivedBodyBytes: Int {
    var value: curl_off_t = 0
    return unsafe stet_curl_get_offset(handle, CURLINFO_SIZE_DOWNLOAD_T, &value) == CURLE_OK ? Int(value) : 0
  }

  /// What libcurl says about a code: its remark on this transfer, else its general words.
  func words(for code: CURLcode) -> String {
    let remark = unsafe String(cString: errorBuffer)
    if !remark.isEmpty { return remark }
    return unsafe stet_curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code.rawValue)"
  }
}
