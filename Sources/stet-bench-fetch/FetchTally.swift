internal import StetFetch
internal import StetModel
internal import Synchronization

/// Deals out requests to the tasks that fetch, and adds up what they get.
final class FetchTally: Sendable {
  private let next = Atomic(0)
  private let fetched = Atomic(0)
  private let received = Atomic(0)

  var pages: Int { fetched.load(ordering: .relaxed) }
  var bytes: Int { received.load(ordering: .relaxed) }

  func work(on requests: [FetchRequest], _ engine: TransferEngine) async {
    while case let index = next.add(1, ordering: .relaxed).oldValue, index < requests.count {
      guard let page = try? await engine.fetch(requests[index]), page.status == 200 else { continue }
      fetched.add(1, ordering: .relaxed)
      received.add(page.body.count, ordering: .relaxed)
    }
  }
}
