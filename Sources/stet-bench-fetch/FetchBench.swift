internal import CMalloc
internal import Dispatch
internal import Glibc
internal import StetFetch
internal import StetModel

/// Pages fetched per second by the transfer engine, without manners. A program of its own, which reads its two arguments
/// itself: beside curl, what is to start is the engine, and not what the rest of the tool brings.
@main
enum FetchBench {
  /// `stet-bench-fetch ADDRESSES TRANSFERS`: a file with an address on each line, and how many transfers run at once.
  static func main() throws {
    stet_keep_freed_memory()
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let transfers = Int(arguments[2]), transfers > 0 else {
      fail("usage: stet-bench-fetch ADDRESSES TRANSFERS", 64)
    }
    guard let file = fopen(arguments[1], "r") else { fail("cannot read '\(arguments[1])'", 66) }
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
    // Detached: this function is the main actor's, and waits.
    Task.detached { [requests, transfers] in
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

  private static func fail(_ message: String, _ code: Int32) -> Never {
    let line = "stet-bench-fetch: \(message)\n"
    _ = write(STDERR_FILENO, line, line.utf8.count)
    exit(code)
  }
}
