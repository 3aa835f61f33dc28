internal import StetModel

/// The octets of paths as RFC 9309, 2.2.2 compares them. Addresses and rules are put into this form alike.
enum RobotsOctets {
  /// The form in which octets are compared.
  ///
  /// What may not stand in an address is percent-encoded, and a triplet of an unreserved character decoded. A reserved
  /// character equals its triplet; only those that divide an address (`/ ? & = + #`) mean something else when they
  /// are encoded. `*` and `$` are encoded, since in a rule they are no characters (2.2.3).
  static func normalized(_ octets: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(octets.count)
    var index = octets.startIndex
    while index < octets.endIndex {
      let octet = octets[index]
      index += 1
      if octet == percent {
        if index + 1 < octets.endIndex, let high = ASCII.hexDigit(octets[index]),
          let low = ASCII.hexDigit(octets[index + 1])
        {
          let value = high << 4 | low
          if treatment[Int(value)] == .same { out.append(value) } else { appendTriplet(value, to: &out) }
          index += 2
        } else {
          appendTriplet(percent, to: &out)
        }
      } else if treatment[Int(octet)] == .encoded {
        appendTriplet(octet, to: &out)
      } else {
        out.append(octet)
      }
    }
    return out
  }

  /// The same with the slashes and question marks of the query encoded, as the RFC's table has them
  /// (`?baz=https%3A%2F%2Ffoo.bar`). Nil when there is none.
  static func withEncodedQuery(_ normalized: [UInt8]) -> [UInt8]? {
    guard let mark = normalized.firstIndex(of: UInt8(ascii: "?")) else { return nil }
    let query = normalized[(mark + 1)...]
    var out = Array(normalized[...mark])
    for octet in query {
      if octet == UInt8(ascii: "/") || octet == UInt8(ascii: "?") {
        appendTriplet(octet, to: &out)
      } else {
        out.append(octet)
      }
    }
    return out
  }

  private static let percent = UInt8(ascii: "%")

  private enum Treatment { case same, divides, encoded }

  private static let treatment: [Treatment] = (UInt8.min...UInt8.max).map { octet in
    if "/?&=+#".utf8.contains(octet) { return .divides }
    if "*$%".utf8.contains(octet) || PercentEncoding.mustBeEncoded(octet) { return .encoded }
    return .same
  }

  private static func appendTriplet(_ octet: UInt8, to out: inout [UInt8]) {
    out.append(percent)
    out.append(hexDigits[Int(octet >> 4)])
    out.append(hexDigits[Int(octet & 15)])
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
