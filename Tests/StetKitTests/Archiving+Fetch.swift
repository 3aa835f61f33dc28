import StetArchive
import StetFetch
import StetKit
import StetModel

extension Archiving {
  /// Fetches and records one page, by an engine of its own.
  func archive(_ address: PageAddress) async throws -> PageOutcome {
    let engine = try TransferEngine.open()
    let request = try self.request(for: address)
    let result: Result<Page, FetchError>
    do throws(FetchError) {
      result = .success(try await engine.fetch(request))
    } catch {
      result = .failure(error)
    }
    return try record(result, of: address)
  }
}
