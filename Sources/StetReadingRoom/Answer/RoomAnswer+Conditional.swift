internal import StetDigest
internal import StetModel

extension RoomAnswer {
  /// The same with what lets a client keep it and ask whether it still holds, or 304 when it does.
  ///
  /// Everything may be kept and has to be asked for each time: even a version changes, when text is taken out of it.
  func conditional(_ request: RoomRequest) -> RoomAnswer {
    var answer = self
    if !has("Cache-Control") {
      answer.headers.append(("Cache-Control", status == 200 ? "private, no-cache" : "no-store"))
    }
    guard status == 200, case .bytes(let bytes) = body else { return answer }
    let tag = value("ETag") ?? "\"\(Digest.sha256(of: bytes).hexadecimal.prefix(32))\""
    if !has("ETag") { answer.headers.append(("ETag", tag)) }
    if let known = request.headers["if-none-match"], EntityTag.list(known, includes: tag) {
      answer.status = 304
      answer.body = .bytes([])
    }
    return answer
  }

  private func value(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  private func has(_ name: String) -> Bool { value(name) != nil }
}
