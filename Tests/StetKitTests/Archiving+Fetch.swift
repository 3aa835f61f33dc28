import StetArchive
import StetFetch
import StetKit
import StetModel

extension Archiving {
  /// Fetches and records one page, by an engine of its own.
  func archive(_ address: PageAddress) async throws -> PageOutcome {
    let engine = try TransferEngine.open()
    let answer = await fetch(try inquiry(for: address)) { request in
      do throws(FetchError) {
        return .page(try await engine.fetch(request))
      } catch {
        return .failed(error)
      }
    }
    guard let outcome = try record(answer, of: address) else { throw CancellationError() }
    return outcome
  }
}
