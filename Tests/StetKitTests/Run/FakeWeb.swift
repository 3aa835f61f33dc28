import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Synchronization

/// A web in memory, for runs: answers by address, with the time of a simulated clock.
final class FakeWeb: RunNetwork {
  struct Asked: Hashable {
    let address: String
    let at: Timestamp
    let isConditional: Bool
  }

  private struct Content {
    var answers: [String: @Sendable (RunRequest, Page) -> RunAnswer] = [:]
    var sitemaps: [PageAddress] = []
    var asked: [Asked] = []
    var inHand: [String: Int] = [:]
    var mostAtOnce = 0
  }

  let clock: SimulatedClock
  private let content = Mutex(Content())

  init(_ clock: SimulatedClock) { self.clock = clock }

  /// What was asked for, in order.
  var asked: [Asked] { content.withLock { $0.asked } }

  /// How many requests one host had at a time at most.
  var mostAtOnce: Int { content.withLock { $0.mostAtOnce } }

  func forget() { content.withLock { $0.asked = [] } }

  /// Answers an address by a rule, which is given an empty page of status 200.
  func on(_ address: String, _ answer: @escaping @Sendable (RunRequest, Page) -> RunAnswer) {
    content.withLock { $0.answers[address] = answer }
  }

  /// Answers an address with a text.
  func on(
    _ address: String, _ text: String, status: Int = 200, type: String = "text/html; charset=utf-8",
    headers: [HeaderField] = []
  ) {
    on(address) { _, page in
      var page = page
      page.status = status
      page.headers = [HeaderField(name: "Content-Type", value: type)] + headers
      page.body = Array(text.utf8)
      return .page(page)
    }
  }

  func setSitemaps(_ addresses: [String]) {
    content.withLock { $0.sitemaps = addresses.compactMap(PageAddress.init) }
  }

  func answer(to request: RunRequest) async -> RunAnswer {
    let address = request.request.address
    let answer = content.withLock { content in
      content.asked.append(
        Asked(
          address: address.description, at: clock.now, isConditional: request.request.validators != nil))
      content.inHand[address.hostAndPort, default: 0] += 1
      content.mostAtOnce = max(content.mostAtOnce, content.inHand[address.hostAndPort] ?? 0)
      return content.answers[address.description]
    }
    await Task.yield()
    content.withLock { $0.inHand[address.hostAndPort, default: 1] -= 1 }
    var page = Page(requested: address, final: address, status: 404, body: [], received: clock.now)
    guard let answer else {
      page.body = Array("<html><body><h1>Not found</h1></body></html>".utf8)
      return .page(page)
    }
    page.status = 200
    return answer(request, page)
  }

  func sitemaps(atHostOf address: PageAddress, delay: Duration?) async -> [PageAddress] {
    content.withLock { $0.sitemaps }
  }
}
