import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

/// What fetching comes to when a server misbehaves: one row of the table after the other.
@Suite struct FaultTests {
  @Test("A server that misbehaves costs its page and nothing else", arguments: Fault.all + Fault.retried)
  func outcome(of fault: Fault) async throws {
    let server = try ScriptedServer()
    server.on([fault])
    server.on("/good", .page(text: ReviewPage().html))
    let fetcher = try fetcher { policy in
      switch fault.limit {
      case .none: break
      case .stall: policy.stallTimeout = .milliseconds(300)
      case .deadline: (policy.deadline, policy.maximumRedirects) = (.milliseconds(700), 1000)
      case .connect: policy.connectTimeout = .milliseconds(300)
      }
    }
    let fetched = await outcome(of: fault, fetcher, server)
    #expect(fetched == fault.fetched)
    // Its connection, which may be spoilt, is not used for the next page.
    #expect(try await fetcher.fetch(server.address("/good")).text == ReviewPage().html)
  }

  @Test("One engine outlives every fault, many at a time, and serves the pages between them")
  func together() async throws {
    let faults = Fault.all.filter { $0.limit == .none }
    let engine = try fetcher()
    // Twice: what one fault leaves behind may harm another one.
    for round in 1...2 {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for fault in faults {
          group.addTask {
            let server = try ScriptedServer()
            server.on([fault])
            server.on("/good", .page(text: ReviewPage().html))
            #expect(try await engine.fetch(server.address("/good")).status == 200)
            let fetched = await outcome(of: fault, engine, server)
            #expect(fetched == fault.fetched, "\(fault), round \(round)")
          }
        }
        try await group.waitForAll()
      }
    }
  }

  private func outcome(of fault: Fault, _ fetcher: TransferEngine, _ server: ScriptedServer) async -> Fault.Fetched? {
    do {
      let page = try await fetcher.fetch(server.address(fault.path))
      return page.status == 200 && page.body == fault.html ? .whole : .page(page.status)
    } catch let error as FetchError {
      return .fails(error.code.rawValue)
    } catch {
      return nil
    }
  }
}
