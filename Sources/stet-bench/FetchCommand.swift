internal import ArgumentParser
internal import Dispatch
internal import Glibc
internal import StetFetch
internal import StetModel
internal import Synchronization

/// Pages fetched per second by the transfer engine, without manners.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Fetches every address in a file as fast as it goes, and counts what came.")

  @Argument(help: "A file with an address on each line.")
  var addresses: String

  @Option(help: "How many transfers run at once.")
  var transfers = 64

  func run() throws {
    guard let file = fopen(addresses, "r") else { throw BenchError(message: "cannot read \(addresses)") }
    defer { fclose(file) }
    var requests: [FetchRequest] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    while getline(&line, &capacity, file) > 0, let text = line {
      if let end = strchr(text, 0x0A) { end.pointee = 0 }
      guard let address = PageAddress(String(cString: text)) else { continue }
      requests.append(FetchRequest(address))
    }
    free(line)
    let engine = try TransferEngine.open(maximumTransfers: transfers)
    let isOver = DispatchSemaphore(value: 0)
    let tally = FetchTally()
    Task { [requests, transfers] in
      await withTaskGroup(of: Void.self) { group in
        // Twice as many as run at once: curl, too, has the next address at hand when a transfer ends.
        for _ in 0..<transfers * 2 { group.addTask { await tally.work(on: requests, engine) } }
      }
      isOver.signal()
    }
    isOver.wait()
    engine.close()
    print("pages\t\(tally.pages)\nbytes\t\(tally.bytes)\nfailed\t\(requests.count - tally.pages)")
  }
}

/// Deals out requests to the tasks that fetch, and adds up what they get.
private final class FetchTally: Sendable {
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
