internal import ArgumentParser
internal import Dispatch
internal import Glibc
internal import StetFetch
internal import StetModel

/// Pages fetched per second by the transfer engine, without manners. A program of its own: beside curl, what is to start is
/// the engine, and not the parser and the database that the rest of the tool brings.
@main
struct FetchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stet-bench-fetch",
    abstract: "Fetches every address in a file as fast as it goes, and counts what came.")

  @Argument(help: "A file with an address on each line.")
  var addresses: String

  @Option(help: "How many transfers run at once.")
  var transfers = 64

  func run() throws {
    guard let file = fopen(addresses, "r") else { throw ValidationError("cannot read \(addresses)") }
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
