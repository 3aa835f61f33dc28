/// What a network address can reach, by the IANA special-purpose address registries (RFC 6890 and its updates).
public enum NetworkRange: Sendable, Hashable {
  /// The internet.
  case global
  /// This machine: 127.0.0.0/8, ::1.
  case loopback
  /// This link, cloud metadata services among them: 169.254.0.0/16, fe80::/10.
  case linkLocal
  /// A private network: RFC 1918, fc00::/7, and fec0::/10 of old.
  case privateUse
  /// Between a provider and its customers: 100.64.0.0/10 (RFC 6598).
  case carrier
  /// A group: 224.0.0.0/4, ff00::/8.
  case multicast
  /// No address at all, which systems take as this machine: 0.0.0.0/8, ::.
  case unspecified
  /// Set aside for documents, measurements, protocols and the future.
  case reserved

  /// The word for it in messages.
  var name: String {
    switch self {
    case .global: "public"
    case .loopback: "loopback"
    case .linkLocal: "link-local"
    case .privateUse: "private"
    case .carrier: "carrier-private"
    case .multicast: "multicast"
    case .unspecified: "unspecified"
    case .reserved: "reserved"
    }
  }

  /// The range of an address. An IPv6 address that carries an IPv4 one is in the range of that one.
  init(_ address: NetworkAddress) {
    self = address.bytes.count == 4 ? Self.ofIPv4(address) : Self.ofIPv6(address)
  }

  private static func ofIPv4(_ address: NetworkAddress) -> NetworkRange {
    for (network, bits, range) in ipv4 where address.isIn(network, bits: bits) { return range }
    return .global
  }

  private static func ofIPv6(_ address: NetworkAddress) -> NetworkRange {
    if let inner = embeddedIPv4(address) { return ofIPv4(inner) }
    for (network, bits, range) in ipv6 where address.isIn(network, bits: bits) { return range }
    return .global
  }

  private static let ipv4: [(network: [UInt8], bits: Int, range: NetworkRange)] = [
    ([127, 0, 0, 0], 8, .loopback), ([169, 254, 0, 0], 16, .linkLocal), ([10, 0, 0, 0], 8, .privateUse),
    ([172, 16, 0, 0], 12, .privateUse), ([192, 168, 0, 0], 16, .privateUse), ([100, 64, 0, 0], 10, .carrier),
    ([224, 0, 0, 0], 4, .multicast), ([0, 0, 0, 0], 8, .unspecified), ([192, 0, 0, 0], 24, .reserved),
    ([192, 0, 2, 0], 24, .reserved), ([198, 18, 0, 0], 15, .reserved), ([198, 51, 100, 0], 24, .reserved),
    ([203, 0, 113, 0], 24, .reserved), ([240, 0, 0, 0], 4, .reserved),
  ]

  private static let zeros = [UInt8](repeating: 0, count: 16)

  private static let ipv6: [(network: [UInt8], bits: Int, range: NetworkRange)] = [
    (zeros, 128, .unspecified), (Array(zeros.dropLast()) + [1], 128, .loopback), ([0xFE, 0x80], 10, .linkLocal),
    ([0xFE, 0xC0], 10, .privateUse), ([0xFC], 7, .privateUse), ([0xFF], 8, .multicast),
    ([0x01, 0, 0, 0, 0, 0, 0, 0], 64, .reserved), ([0x20, 0x01, 0x0D, 0xB8], 32, .reserved),
    ([0x20, 0x01, 0, 0], 23, .reserved), ([0x3F, 0xFF, 0], 20, .reserved), ([0x5F, 0], 16, .reserved),
  ]

  /// Where in an IPv6 address an IPv4 one stands, by its first bits.
  private static let carriers: [(network: [UInt8], bits: Int, offset: Int)] = [
    // ::ffff:0:0/96, IPv4-mapped (RFC 4291, 2.5.5.2).
    (Array(zeros[..<10]) + [0xFF, 0xFF], 96, 12),
    // ::ffff:0:0:0/96, IPv4-translated (RFC 2765).
    (Array(zeros[..<8]) + [0xFF, 0xFF, 0, 0], 96, 12),
    // 64:ff9b::/96, NAT64 (RFC 6052), and 64:ff9b:1::/48 with the last 32 bits (RFC 8215).
    ([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 96, 12), ([0, 0x64, 0xFF, 0x9B, 0, 1], 48, 12),
    // 2002::/16, 6to4 (RFC 3056).
    ([0x20, 0x02], 16, 2),
  ]

  private static func embeddedIPv4(_ address: NetworkAddress) -> NetworkAddress? {
    for (network, bits, offset) in carriers where address.isIn(network, bits: bits) {
      return NetworkAddress(bytes: Array(address.bytes[offset..<offset + 4]))
    }
    // ::a.b.c.d, IPv4-compatible (RFC 4291, 2.5.5.1), but for :: and ::1.
    guard address.isIn(Array(zeros[..<12]), bits: 96), address.bytes[12] != 0 else { return nil }
    return NetworkAddress(bytes: Array(address.bytes[12...]))
  }
}
