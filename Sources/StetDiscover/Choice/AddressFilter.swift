public import StetModel

/// Which of the addresses that are found are wanted.
public struct AddressFilter: Sendable, Hashable {
  /// What is wanted; everything when there is none.
  public var include: [AddressPattern]
  /// What is not wanted, wanted otherwise or not.
  public var exclude: [AddressPattern]

  /// Reads the patterns.
  /// - Throws: `DiscoveryError.Code.badPattern` for the first that is wrong.
  public init(include: [String] = [], exclude: [String] = []) throws(DiscoveryError) {
    self.include = []
    self.exclude = []
    for text in include { self.include.append(try AddressPattern(text)) }
    for text in exclude { self.exclude.append(try AddressPattern(text)) }
  }

  /// Whether an address is wanted.
  public func admits(_ address: PageAddress) -> Bool {
    (include.isEmpty || include.contains { $0.matches(address) }) && !exclude.contains { $0.matches(address) }
  }
}
