import Testing

@testable import StetFetch

@Suite struct NetworkRangeTests {
  @Test(
    "An IPv4 address is in the range that the registry says",
    arguments: [
      ("127.0.0.1", NetworkRange.loopback), ("127.255.255.254", .loopback), ("128.0.0.1", .global),
      ("10.0.0.1", .privateUse), ("11.0.0.1", .global), ("172.15.0.1", .global), ("172.16.0.1", .privateUse),
      ("172.31.255.255", .privateUse), ("172.32.0.1", .global), ("192.168.1.1", .privateUse), ("192.169.0.1", .global),
      ("169.254.169.254", .linkLocal), ("100.63.255.255", .global), ("100.64.0.1", .carrier),
      ("100.127.255.255", .carrier), ("100.128.0.0", .global), ("224.0.0.1", .multicast), ("0.0.0.0", .unspecified),
      ("0.1.2.3", .unspecified), ("255.255.255.255", .reserved), ("198.18.0.1", .reserved), ("198.20.0.1", .global),
      ("8.8.8.8", .global),
    ])
  func ipv4(text: String, range: NetworkRange) throws {
    #expect(NetworkRange(try #require(NetworkAddress(text))) == range)
  }

  @Test(
    "An IPv6 address is in the range that the registry says",
    arguments: [
      ("::1", NetworkRange.loopback), ("::", .unspecified), ("fe80::1", .linkLocal), ("febf::1", .linkLocal),
      ("fec0::1", .privateUse), ("fc00::1", .privateUse), ("fdff::1", .privateUse), ("fe00::1", .global),
      ("ff02::1", .multicast), ("2001:db8::1", .reserved), ("2001::1", .reserved), ("2606:4700::1", .global),
      ("100::1", .reserved),
    ])
  func ipv6(text: String, range: NetworkRange) throws {
    #expect(NetworkRange(try #require(NetworkAddress(text))) == range)
  }

  @Test(
    "An IPv6 address that carries an IPv4 one is in the range of that one",
    arguments: [
      ("::ffff:127.0.0.1", NetworkRange.loopback), ("::ffff:10.0.0.1", .privateUse), ("::ffff:8.8.8.8", .global),
      ("::ffff:0:192.168.0.1", .privateUse), ("64:ff9b::169.254.169.254", .linkLocal), ("64:ff9b::8.8.8.8", .global),
      ("64:ff9b:1::10.0.0.1", .privateUse), ("2002:7f00:1::", .loopback), ("2002:0808:0808::1", .global),
      ("::127.0.0.1", .loopback),
    ])
  func embedded(text: String, range: NetworkRange) throws {
    #expect(NetworkRange(try #require(NetworkAddress(text))) == range)
  }

  @Test("An address reads and writes itself; a name is none")
  func text() {
    #expect(NetworkAddress("[2001:DB8::1]")?.description == "2001:db8::1")
    #expect(NetworkAddress("192.0.2.1")?.description == "192.0.2.1")
    #expect(NetworkAddress("example.org") == nil)
    #expect(NetworkAddress("127.1") == nil)
    #expect(NetworkAddress(bytes: [1, 2, 3]) == nil)
  }

  @Test("What the user named may go anywhere; a redirect to the internet or the same range only")
  func reach() throws {
    let metadata = try #require(NetworkAddress("169.254.169.254"))
    let own = try #require(NetworkAddress("127.0.0.1"))
    let world = try #require(NetworkAddress("8.8.8.8"))
    #expect(Reach.anywhere.allows(metadata))
    #expect(!Reach.globalAnd(.global).allows(metadata))
    #expect(!Reach.globalAnd(.loopback).allows(metadata))
    #expect(Reach.globalAnd(.loopback).allows(own))
    #expect(Reach.globalAnd(.loopback).allows(world))
    #expect(Reach.globalAnd(.linkLocal).allows(metadata))
  }

  @Test("localhost and every name below it is known to be this machine")
  func localhost() {
    for name in ["localhost", "localhost.", "a.localhost", "127.0.0.1", "127.0.0.1."] {
      #expect(Reach.knownAddress(ofHost: name).map(NetworkRange.init) == .loopback, "\(name)")
    }
    #expect(Reach.knownAddress(ofHost: "notlocalhost") == nil)
    #expect(Reach.knownAddress(ofHost: "[::1]").map(NetworkRange.init) == .loopback)
  }
}
