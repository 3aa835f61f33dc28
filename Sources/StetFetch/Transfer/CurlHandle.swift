internal import CCurl

/// The one owner of a libcurl easy handle, which is used for one transfer.
///
/// Safe because the handle and the error buffer are made once, are used by `CurlMulti` only besides, and are freed with
/// the object, the handle first: libcurl may write to the buffer until then.
@safe final class CurlHandle {
  // libcurl-thread(3): one thread at a time. `curl_global_cleanup` is never called: other code may use libcurl too.
  static let isStarted = stet_curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// libcurl's handle, for `CurlMulti`.
  let pointer: OpaquePointer
  private let errorBuffer: UnsafeMutablePointer<CChar>
  /// Kept as long as the handle, which uses it.
  private let share: CurlShare
  /// What is told of the transfer; nil before `attach` and after `detach`.
  private(set) var exchange: Exchange?
  private var isTraced = false

  /// Nil when libcurl has no memory or cannot start.
  init?(_ share: CurlShare) {
    guard Self.isStarted, let pointer = unsafe stet_curl_easy_init() else { return nil }
    unsafe self.pointer = pointer
    unsafe errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    self.share = share
    unsafe stet_curl_set_pointer(pointer, CURLOPT_SHARE, UnsafeMutableRawPointer(share.pointer))
    unsafe stet_curl_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorBuffer)
  }

  deinit {
    unsafe stet_curl_easy_cleanup(pointer)
    unsafe errorBuffer.deallocate()
  }

  /// The handle as a number, by which its transfer is found.
  var number: Int { unsafe Int(bitPattern: pointer) }

  /// The exchange is told no more: freeing the handle would have a few words for it.
  func detach() {
    trace(false)
    exchange = nil
  }

  /// Whether libcurl tells what it sends and receives. It does so in words, too, which cost a tenth of a transfer, so it
  /// is asked only while there is something to hear. May be called from within its callbacks.
  func trace(_ isWanted: Bool) {
    guard isWanted != isTraced else { return }
    isTraced = isWanted
    _ = set(CURLOPT_VERBOSE, isWanted ? 1 : 0)
  }

  /// Sets a number. Nothing here is an option that a libcurl of 7.88 or later can refuse, but for lack of memory.
  func set(_ option: CURLoption, _ value: Int) -> Bool {
    unsafe stet_curl_set_long(pointer, option, value) == CURLE_OK
  }

  /// Sets a text, which libcurl copies.
  func set(_ option: CURLoption, _ value: String) -> Bool {
    // Handed over as a String, it would be copied first.
    return unsafe value.withCString { unsafe stet_curl_set_string(pointer, option, $0) } == CURLE_OK
  }

  /// Lets an exchange see what happens, until `detach`. The handle has to live as long, the fields as long as it.
  func attach(_ exchange: Exchange, fields: HeaderList) {
    self.exchange = exchange
    unsafe stet_curl_set_list(pointer, CURLOPT_HTTPHEADER, fields.list)
    unsafe stet_curl_set_receiver(pointer, CURLOPT_HEADERFUNCTION, TransferEvents.head)
    unsafe stet_curl_set_receiver(pointer, CURLOPT_WRITEFUNCTION, TransferEvents.body)
    unsafe stet_curl_set_socket_opener(pointer, TransferEvents.openSocket)
    unsafe stet_curl_set_request_gate(pointer, TransferEvents.beforeRequest)
    unsafe stet_curl_set_trace(pointer, TransferEvents.trace)
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe stet_curl_set_pointer(pointer, CURLOPT_HEADERDATA, context)
    unsafe stet_curl_set_pointer(pointer, CURLOPT_WRITEDATA, context)
    unsafe stet_curl_set_pointer(pointer, CURLOPT_OPENSOCKETDATA, context)
    unsafe stet_curl_set_pointer(pointer, CURLOPT_PREREQDATA, context)
    unsafe stet_curl_set_pointer(pointer, CURLOPT_DEBUGDATA, context)
  }

  /// A number about the last transfer; 0 when libcurl has none.
  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return unsafe stet_curl_get_long(pointer, info, &value) == CURLE_OK ? value : 0
  }

  /// How many bytes of body have come over the wire, before decompression.
  var receivedBodyBytes: Int {
    var value: curl_off_t = 0
    return unsafe stet_curl_get_offset(pointer, CURLINFO_SIZE_DOWNLOAD_T, &value) == CURLE_OK ? Int(value) : 0
  }

  /// The cookies that the handle holds, a line each (CURLINFO_COOKIELIST(3)), as CURLOPT_COOKIELIST takes them.
  var cookies: [String] {
    var list: UnsafeMutablePointer<curl_slist>?
    guard unsafe stet_curl_get_list(pointer, CURLINFO_COOKIELIST, &list) == CURLE_OK else { return [] }
    defer { unsafe stet_curl_slist_free_all(list) }
    var lines: [String] = []
    var item = unsafe list
    while let entry = unsafe item {
      if let text = unsafe entry.pointee.data { lines.append(unsafe String(cString: text)) }
      unsafe item = entry.pointee.next
    }
    return lines
  }

  /// What libcurl says about a code: its remark on this transfer, else its general words.
  func words(for code: CURLcode) -> String {
    let remark = unsafe String(cString: errorBuffer)
    if !remark.isEmpty { return remark }
    return unsafe stet_curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code.rawValue)"
  }
}
