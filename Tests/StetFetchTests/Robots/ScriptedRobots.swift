@testable import StetFetch
import StetModel
import Synchronization

/// A web whose hosts all have the same robots.txt, a clock, and what is kept between runs.
final class ScriptedRobots: Sendable {
  enum Answer: Sendable {
    case page(Int, String, redirects: Int = 0)
    case error(FetchError.Code)
  }

  private struct Content {
    var answer: Answer
    var now = Timestamp(secondsSince1970: 1_793_534_400)
    var requests: [String] = []
    var reaches: [Reach] = []
    var states = HostStates()
    var isHeld: Bool
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var lastNumber = 0
  }

  private let content: Mutex<Content>

  /// A web. With `waits` no request ends before `release`.
  init(_ answer: Answer, waits: Bool = false) { content = Mutex(Content(answer: answer, isHeld: waits)) }

  var answer: Answer {
    get { content.withLock(\.answer) }
    set { content.withLock { $0.answer = newValue } }
  }
  var now: Timestamp { content.withLock(\.now) }
  var requests: [String] { content.withLock(\.requests) }
  var reaches: [Reach] { content.withLock(\.reaches) }
  var states: HostStates { content.withLock(\.states) }
  var waitingCount: Int { content.withLock(\.waiting.count) }

  func pass(seconds: Int64) {
    content.withLock { $0.now = Timestamp(secondsSince1970: $0.now.secondsSince1970 + seconds) }
  }

  /// Keeps of the states what a file keeps.
  func forgetAllButTheFile() {
    content.withLock { $0.states = HostStates($0.states.file(at: $0.now)) }
  }

  /// Lets requests through, those that wait and those to come.
  func release() {
    let waiting = content.withLock { content in
      content.isHeld = false
      defer { content.waiting = [:] }
      return content.waiting
    }
    for continuation in waiting.values { continuation.resume() }
  }

  /// A cache, as of a new run.
  func cache(agent: String = "stet/0.1.0 (+mailto:you@example.org)") -> RobotsCache {
    RobotsCache(agent: agent, states: states, now: { self.now }) { request throws(FetchError) in
      self.content.withLock { $0.reaches.append(request.reach) }
      return try await self.fetch(request.address)
    }
  }

  func verdict(_ address: String) async throws -> RobotsVerdict {
    guard let address = PageAddress(address) else { preconditionFailure("no address") }
    return try await cache().verdict(for: address)
  }

  private func fetch(_ address: PageAddress) async throws(FetchError) -> Page {
    let number = content.withLock { content in
      content.requests.append(address.description)
      content.lastNumber += 1
      return content.lastNumber
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
        let goesOn = content.withLock { content in
          if !content.isHeld || Task.isCancelled { return true }
          content.waiting[number] = continuation
          return false
        }
        if goesOn { continuation.resume() }
      }
    } onCancel: {
      content.withLock { $0.waiting.removeValue(forKey: number) }?.resume()
    }
    if Task.isCancelled { throw FetchError(.cancelled, "cancelled", address: address.description) }
    switch answer {
    case .error(let code): throw FetchError(code, "as scripted", address: address.description)
    case .page(let status, let text, let redirects):
      return Page(
        requested: address, final: address, redirects: (0..<redirects).map { _ in address }, status: status,
        body: Array(text.utf8), received: now)
    }
  }
}
