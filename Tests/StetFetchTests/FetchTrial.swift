import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

/// A fetcher whose environment is empty, so that proxies on the machine do not matter.
func fetcher(_ environment: [String: String] = [:], _ change: (inout FetchPolicy) -> Void = { _ in }) throws
  -> PageFetcher
{
  var policy = FetchPolicy()
  // Nothing on loopback takes that long: a test that hangs ends.
  policy.deadline = .seconds(30)
  change(&policy)
  return try PageFetcher.open(policy, environment: environment)
}

extension PageFetcher {
  /// Fetches an address given as text.
  func fetch(_ address: String, validators: Validators? = nil, headers: [HeaderField] = []) throws -> Page {
    try fetch(FetchRequest(try AddressParser.parse(address), validators: validators, headers: headers))
  }

  /// The error of a fetch that must fail.
  func failure(_ address: String, headers: [HeaderField] = []) throws -> FetchError {
    try #require(throws: FetchError.self) { try fetch(address, headers: headers) }
  }
}

extension Page {
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }
}
