internal import CCurl

/// The C functions that libcurl calls while it transfers; each hands over to the `Exchange` of its `CurlHandle`.
enum TransferEvents {
  /// CURLOPT_HEADERFUNCTION: any other number than that of the bytes given ends the transfer.
  static let head: curl_write_callback = { bytes, size, count, context in
    guard let (handle, exchange) = unsafe told(context) else { return 0 }
    defer { handle.trace(exchange.wantsTrace) }
    return unsafe exchange.receiveHeadLine(buffer(bytes, size * count)) ? size * count : 0
  }

  /// CURLOPT_WRITEFUNCTION: as above; the bytes are those after decompression.
  static let body: curl_write_callback = { bytes, size, count, context in
    guard let (_, exchange) = unsafe told(context), size * count > 0 else { return 0 }
    return unsafe exchange.receiveBody(buffer(bytes, size * count)) ? size * count : 0
  }

  /// CURLOPT_OPENSOCKETFUNCTION, called for every address that a name resolves to; -1 is CURL_SOCKET_BAD.
  static let openSocket: curl_opensocket_callback = { context, _, address in
    guard let (_, exchange) = unsafe told(context), let address = unsafe address else { return -1 }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = unsafe stet_curl_address_bytes(address, &bytes)
    guard exchange.mayOpen(NetworkAddress(bytes: Array(bytes[..<Int(count)]))) else { return -1 }
    return unsafe stet_curl_open_socket(address)
  }

  /// CURLOPT_PREREQFUNCTION, called when a connection stands, old or new, and nothing has been sent yet.
  static let beforeRequest: curl_prereq_callback = { context, address, _, _, _ in
    guard let (handle, exchange) = unsafe told(context), let address = unsafe address else {
      return CURL_PREREQFUNC_ABORT
    }
    defer { handle.trace(exchange.wantsTrace) }
    let connected = NetworkAddress(unsafe String(cString: address))
    return exchange.maySend(to: connected) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
  }

  /// CURLOPT_DEBUGFUNCTION, the only one that tells which request went out, and what a body was before decompression;
  /// its result means nothing.
  static let trace: curl_debug_callback = { _, kind, bytes, count, context in
    guard kind == CURLINFO_HEADER_OUT || kind == CURLINFO_DATA_IN, let (handle, exchange) = unsafe told(context) else {
      return 0
    }
    if kind == CURLINFO_HEADER_OUT {
      unsafe exchange.noteSent(buffer(bytes, count))
      handle.trace(exchange.wantsTrace)
    } else {
      unsafe exchange.noteReceived(buffer(bytes, count))
    }
    return 0
  }

  private static func told(_ context: UnsafeMutableRawPointer?) -> (CurlHandle, Exchange)? {
    guard let context = unsafe context else { return nil }
    let handle = unsafe Unmanaged<CurlHandle>.fromOpaque(context).takeUnretainedValue()
    return handle.exchange.map { (handle, $0) }
  }

  private static func buffer(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}
