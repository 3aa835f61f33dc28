public import StetExtract
internal import StetFetch
internal import StetModel

/// Runs the test cases of a site profile.
public struct ProfileTrial: Sendable {
  private let profile: SiteProfile
  private let path: String
  private let network: Network

  /// Test cases of a profile. `path` is the profile's file: saved pages are named relative to it.
  public init(_ profile: SiteProfile, path: String, network: Network = Network()) {
    self.profile = profile
    self.path = path
    self.network = network
  }

  /// Runs one case: `ProfileTest.failures(on:)` of its page; no line means that it holds.
  /// - Throws: `FetchError` for an address that is none, or as `SourceReading.read`; `ProfileReachError` when the profile
  ///   is not for the page's host.
  public func run(_ test: ProfileTest) async throws -> [String] {
    let address = try AddressParser.parse(test.url)
    guard profile.covers(address) else { throw ProfileReachError(path: path, hosts: profile.hosts, subject: test.url) }
    let reading = SourceReading(Extractor(profiles: [profile]), network: network)
    let source: PageSource = test.file.map { .file($0.hasPrefix("/") ? $0 : folder + $0) } ?? .address(test.url)
    return test.failures(on: try await reading.read(source, address: test.file == nil ? nil : address))
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }
}
