public import StetExtract
internal import StetFetch
public import StetModel

/// Runs the test cases of a site profile.
public struct ProfileTrial {
  /// A field that is not what a case expects.
  public struct Difference: Sendable, Hashable {
    /// The field's key in the record.
    public let field: String
    /// What the case expects.
    public let expected: JSONValue
    /// What the page gave; nil when the record has no such field.
    public let found: JSONValue?
  }

  private let profile: SiteProfile
  private let path: String
  private let network: Network

  /// Test cases of a profile. `path` is the profile's file: saved pages are named relative to it.
  public init(_ profile: SiteProfile, path: String, network: Network = Network()) {
    self.profile = profile
    self.path = path
    self.network = network
  }

  /// Runs one case; no difference means that it holds.
  /// - Throws: `FetchError` for an address that is none, or as `SourceReading.read`; `ProfileReachError` when the profile
  ///   is not for the page's host.
  public func run(_ test: ProfileTest) throws -> [Difference] {
    let address = try AddressParser.parse(test.url)
    guard profile.covers(address) else { throw ProfileReachError(path: path, hosts: profile.hosts, subject: test.url) }
    let reading = SourceReading(Extractor(profiles: [profile]), network: network)
    let source: PageSource = test.file.map { .file($0.hasPrefix("/") ? $0 : folder + $0) } ?? .address(test.url)
    let record = try reading.read(source, address: test.file == nil ? nil : address).review.json
    return test.expected.members.compactMap { member in
      let found = record[member.name]
      guard !ExpectedValue.fits(member.value, found) else { return nil }
      return Difference(field: member.name, expected: member.value, found: found)
    }
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }
}
