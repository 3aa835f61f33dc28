internal import StetFetch
internal import StetModel

/// Addresses by host: hosts in the order in which they first appear, the pages of one host in theirs.
struct HostQueues: Sendable {
  /// The hosts that nothing was taken of yet, the last one first.
  private var fresh: [HostKey] = []
  /// The addresses of each host, the last one first.
  private var waiting: [HostKey: [PageAddress]] = [:]

  init(_ addresses: [PageAddress]) {
    for address in addresses.reversed() { waiting[HostKey(address), default: []].append(address) }
    var seen: Set<HostKey> = []
    for address in addresses where seen.insert(HostKey(address)).inserted { fresh.append(HostKey(address)) }
    fresh.reverse()
  }

  /// Takes the next address of a host, or when it has no more, the first of the next host; nil when there is none.
  mutating func next(after host: HostKey? = nil) -> PageAddress? {
    if let host, let address = waiting[host]?.popLast() { return address }
    return fresh.popLast().flatMap { waiting[$0]?.popLast() }
  }
}
