internal import StetModel

/// The rule sets that were asked for last: reading a file anew for every page of a host would cost too much, keeping all
/// hosts' too much room.
struct RobotsShelf {
  private static let capacity = 256

  private var sets: [PageAddress: (copied: Timestamp, rules: RobotsRuleSet)] = [:]
  private var order: [PageAddress] = []

  /// The rules of the copy of a file, read if they are not at hand.
  mutating func rules(of file: PageAddress, copied: Timestamp, read: () -> RobotsRuleSet) -> RobotsRuleSet {
    if let known = sets[file], known.copied == copied { return known.rules }
    let rules = read()
    if sets.updateValue((copied, rules), forKey: file) == nil {
      order.append(file)
      if order.count > Self.capacity { sets[order.removeFirst()] = nil }
    }
    return rules
  }
}
