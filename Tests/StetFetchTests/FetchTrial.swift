import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

/// An engine whose environment is empty, so that proxies on the machine do not matter.
func fetcher(_ environment: [String: String] = [:], _ change: (inout FetchPolicy) -> Void = { _ in }) throws
  -> TransferEngine
{
  var policy = FetchPolicy()
  // Nothing on loopback takes that long: a test that hangs ends.
  policy.deadline = .seconds(30)
  change(&policy)
  return try TransferEngine.open(policy, environment: environment)
}

extension TransferEngine {
  /// Fetches an address given as text.
  func fetch(_ address: String, validators: Validators? = nil, headers: [HeaderField] = []) async throws -> Page {
    try await fetch(FetchRequest(try AddressParser.parse(address), validators: validators, headers: headers))
  }

  /// The error of a fetch that must fail.
  func failure(_ address: String, headers: [HeaderField] = []) async throws -> FetchError {
    try await #require(throws: FetchError.self) { try await fetch(address, headers: headers) }
  }
}

extension Page {
  /// The body as text.
  var text: String { String(decoding: body, as: UTF8.self) }
}
