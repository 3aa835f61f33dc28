internal import Glibc

/// An IPv4 or IPv6 address, and what it can reach.
struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
  /// Four or sixteen bytes in network order.
  let bytes: [UInt8]

  /// Nil unless there are four or sixteen bytes.
  init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads a host that is a number: dotted IPv4, or IPv6 with or without brackets. Nil for a name.
  init?(_ text: String) {
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let inner = isBracketed ? String(text.dropFirst().dropLast()) : text
    let isIPv6 = inner.utf8.contains(UInt8(ascii: ":"))
    var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
    guard unsafe inet_pton(isIPv6 ? AF_INET6 : AF_INET, inner, &bytes) == 1 else { return nil }
    self.bytes = bytes
  }

  /// The address as inet_ntop(3) writes it.
  var description: String {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { text in
      let family = bytes.count == 4 ? AF_INET : AF_INET6
      guard let written = unsafe inet_ntop(family, bytes, text.baseAddress, socklen_t(text.count)) else { return "?" }
      return unsafe String(cString: written)
    }
  }

  /// Whether the first bits are those of a network, such as `169.254.0.0/16`.
  func isIn(_ network: [UInt8], bits: Int) -> Bool {
    guard network.count <= bytes.count, bits <= network.count * 8 else { return false }
    let whole = bits / 8
    guard bytes[..<whole] == network[..<whole] else { return false }
    let rest = bits % 8
    guard rest > 0 else { return true }
    let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
    return bytes[whole] & mask == network[whole] & mask
  }
}
