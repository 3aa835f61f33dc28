public import StetModel

/// Keeps requests to one host apart. Moments are durations since any fixed start, so that tests need no clock.
public struct HostPacing: Sendable {
  private let delay: Duration
  // Host and port are ASCII after normalisation: a dictionary cannot confuse them.
  private var lastRequest: [String: Duration] = [:]

  /// Requests to one host are at least `delay` apart, from the end of one to the start of the next.
  public init(delay: Duration) { self.delay = delay }

  /// How long to wait before the page's host may be asked again; zero when it may be now.
  public func wait(before address: PageAddress, at now: Duration) -> Duration {
    guard let last = lastRequest[Self.host(of: address)] else { return .zero }
    return max(.zero, last + delay - now)
  }

  /// The first address whose host may be asked soonest: hosts take turns, the pages of one host keep their order.
  public func soonest(of addresses: some Collection<PageAddress>, at now: Duration) -> (index: Int, wait: Duration)? {
    var best: (index: Int, wait: Duration)?
    for (index, address) in addresses.enumerated() {
      let wait = wait(before: address, at: now)
      if wait == .zero { return (index, wait) }
      if best.map({ wait < $0.wait }) ?? true { best = (index, wait) }
    }
    return best
  }

  /// A request to the page's host has ended.
  public mutating func noteRequest(to address: PageAddress, at now: Duration) {
    lastRequest[Self.host(of: address)] = now
  }

  private static func host(of address: PageAddress) -> String {
    address.port.map { "\(address.host):\($0)" } ?? address.host
  }
}
