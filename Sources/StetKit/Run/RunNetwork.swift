public import StetFetch
public import StetModel

/// How a run gets pages: with manners, many at a time.
///
/// `PoliteNetwork` is the real one. A test puts its own in its place, or gives that one a clock of its own.
public protocol RunNetwork: Sendable {
  /// Waits for the pause of a request's host, as far as it is known. `answer` does that, too, but takes up much more memory
  /// meanwhile, and thousands of hosts may have to wait.
  func approach(_ request: RunRequest) async

  /// Asks for an address when its host may be asked. Called by many tasks at once, for one host one after the other.
  func answer(to request: RunRequest) async -> RunAnswer

  /// The sitemaps that the robots.txt of an address's host names.
  /// - Parameter delay: the pause between two requests to the host; nil for the usual one.
  func sitemaps(atHostOf address: PageAddress, delay: Duration?) async -> [PageAddress]

  /// The run is to end: who waits for a host's pause is told that the time is over, and nobody is asked any more. What
  /// has been asked is answered still.
  func beginNothingMore()
}

extension RunNetwork {
  /// Nothing: for networks in which nobody waits.
  public func approach(_ request: RunRequest) async {}

  /// Nothing: for networks in which nobody waits.
  public func beginNothingMore() {}
}

/// One request of a run.
public struct RunRequest: Sendable {
  /// The address, with validators and the site's own header fields.
  public var request: FetchRequest
  /// Whether robots.txt is obeyed.
  public var obeysRobots: Bool
  /// The pause between two requests to the host; nil for the usual one.
  public var delay: Duration?

  /// A request.
  public init(_ request: FetchRequest, obeysRobots: Bool = true, delay: Duration? = nil) {
    self.request = request
    self.obeysRobots = obeysRobots
    self.delay = delay
  }
}

/// What came of a request of a run.
///
/// Indirect, since it is large, and a task that waits for a page has room for it in many places.
public indirect enum RunAnswer: Sendable {
  /// A complete response, whatever its status.
  case page(Page)
  /// Not asked, and not to be: robots.txt does not allow it. The rule, for a person.
  case refused(String)
  /// Not asked now: the host wants to be left alone, was set aside, or the time is over. Why, for a person; and whether
  /// the other pages of the host have to wait, too.
  case left(String, wholeHost: Bool)
  /// Asked, or refused by policy, without a complete response.
  case failed(FetchError)
}
