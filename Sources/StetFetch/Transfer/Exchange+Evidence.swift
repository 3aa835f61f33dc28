internal import StetModel

extension Exchange {
  /// What went over the wire, as evidence.
  /// - Parameters:
  ///   - own: the header fields that the user gave: they may be secrets, and are left out. So are the cookies that
  ///     answer them.
  ///   - isWhole: whether the response came to its end.
  func evidence(of hop: Hop, own: [HeaderField], isWhole: Bool, date: Timestamp) -> HTTPExchange {
    let sentOwn = hop.isOwnOrigin && !own.isEmpty || hop.address.userInfo != nil
    return HTTPExchange(
      address: PageAddress(AddressParser.withoutUser(hop.address))?.withoutFragment ?? hop.address.withoutFragment,
      method: requestHead.method ?? "GET", requestFields: requestHead.fields(withoutOwn: own),
      ipAddress: hop.proxy == nil ? connected?.description : nil, httpVersion: head.version, status: head.status,
      reason: head.reason, fields: head.fields.filter { !(sentOwn && $0.hasName("Set-Cookie")) }, body: body,
      truncation: stop == .redirectBody ? .length : isWhole ? nil : .disconnect, date: date)
  }
}
