internal import CCurl
internal import StetModel

/// The one owner of a libcurl string list that holds request header fields.
///
/// Safe because the list is only built in `init`, and is freed when the object goes; whoever hands it to libcurl keeps
/// the object until the transfer has ended.
@safe final class HeaderList {
  private(set) var list: UnsafeMutablePointer<curl_slist>?

  /// The fields as libcurl wants them (CURLOPT_HTTPHEADER(3)): a field without value ends in a semicolon, since a
  /// colon would take the field away.
  /// - Parameter address: where they are sent, for messages.
  init(_ fields: [HeaderField], address: @autoclosure () -> String) throws(FetchError) {
    unsafe list = nil
    for field in fields {
      let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
      guard let longer = unsafe stet_curl_slist_append(list, line) else {
        let address = address()
        throw FetchError(
          .outOfMemory, "Cannot fetch '\(address)': out of memory. Free some memory.", address: address)
      }
      unsafe list = longer
    }
  }

  deinit { unsafe stet_curl_slist_free_all(list) }
}
