import Glibc
import StetModel
import StetTestSupport
import Synchronization
import Testing

@testable import StetFetch

@Suite struct CancellationTests {
  @Test("A fetch that is cancelled ends at once, whatever it waits for, and the engine goes on")
  func stages() async throws {
    let server = try ScriptedServer()
    let body = ScriptedResponse(
      steps: [.bytes(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx".utf8)), .pause(.seconds(60))])
    server.on("/silent", .page(delay: .seconds(60)))
    server.on("/body", body)
    server.on("/hop", .redirect("/silent"))
    server.on("/good", .page())
    let engine = try fetcher()
    for (path, requests) in [("/silent", 1), ("/body", 2), ("/hop", 4)] {
      let address = server.address(path)
      let task = Task { try await engine.failure(address).code }
      while server.requests.count < requests { try await Task.sleep(for: .milliseconds(2)) }
      task.cancel()
      #expect(try await task.value == .cancelled)
    }
    #expect(try await engine.fetch(server.address("/good")).status == 200)
  }

  @Test("Who is cancelled before fetching sends nothing")
  func before() async throws {
    let server = try ScriptedServer()
    let engine = try fetcher()
    let address = server.address("/a")
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await engine.failure(address).code
    }
    task.cancel()
    #expect(try await task.value == .cancelled)
    #expect(server.requests.isEmpty)
  }

  @Test("No more run at once than allowed; who waits for room is cancelled at once, too")
  func room() async throws {
    let server = try ScriptedServer()
    server.on("/silent", .page(delay: .seconds(60)))
    let engine = try TransferEngine.open(FetchPolicy(), maximumTransfers: 2, environment: [:])
    let address = server.address("/silent")
    let tasks = (0..<500).map { _ in Task { try await engine.failure(address).code } }
    while server.requests.count < 2 { try await Task.sleep(for: .milliseconds(2)) }
    for task in tasks.reversed() { task.cancel() }
    for task in tasks { #expect(try await task.value == .cancelled) }
    // Those in front may have had the room of others for a moment.
    #expect(server.connectionCount < 20)
  }

  @Test("Who waits for room gets it when another is done", .timeLimit(.minutes(1)))
  func turns() async throws {
    let server = try ScriptedServer()
    server.on("/good", .page())
    let engine = try TransferEngine.open(FetchPolicy(), maximumTransfers: 1, environment: [:])
    let address = server.address("/good")
    let pages = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<3 {
        group.addTask {
          for _ in 0..<50 { _ = try await engine.fetch(address) }
          return 50
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(pages == 150)
  }

  @Test("Closing ends what is on its way, and a later fetch is cancelled")
  func close() async throws {
    let server = try ScriptedServer()
    server.on("/silent", .page(delay: .seconds(60)))
    let engine = try fetcher()
    let address = server.address("/silent")
    let task = Task { try await engine.failure(address).code }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    engine.close()
    #expect(try await task.value == .cancelled)
    #expect(try await engine.failure(address).code == .cancelled)
    engine.close()
  }

  /// Sockets and the like that the process holds.
  private static func descriptors() -> Int {
    (3..<1024).count { fcntl(Int32($0), F_GETFD) >= 0 }
  }

  /// Threads by the name that the engine gives its own.
  private static func engineThreads() -> Int {
    var count = 0
    guard let folder = opendir("/proc/self/task") else { return -1 }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let file = fopen("/proc/self/task/\(name)/comm", "r") else { continue }
      var line = [CChar](repeating: 0, count: 64)
      fgets(&line, 64, file)
      fclose(file)
      if String(decoding: line.prefix { $0 > 32 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) == LoopThread.name {
        count += 1
      }
    }
    return count
  }

  /// Waits, bounded, until something is so.
  private static func settles(_ isSo: () -> Bool) async throws -> Bool {
    for _ in 0..<2000 {
      if isSo() { return true }
      try await Task.sleep(for: .milliseconds(5))
    }
    return false
  }

  /// Ten fetches, of which half come to nothing, by an engine that is closed or forgotten afterwards.
  private static func round(closes: Bool) async throws {
    let server = try ScriptedServer()
    server.on("/good", .page())
    server.on("/silent", .page(delay: .seconds(60)))
    let engine = try TransferEngine.open(FetchPolicy(), environment: [:])
    #expect(try await settles { engineThreads() == 1 })
    let addresses = [server.address("/good"), server.address("/silent")]
    let tasks = (0..<10).map { number in Task { try? await engine.fetch(addresses[number % 2]) } }
    while server.requests.count < 10 { try await Task.sleep(for: .milliseconds(2)) }
    for task in tasks { task.cancel() }
    for task in tasks { _ = await task.value }
    if closes { engine.close() }
    server.stop()
  }

  // In a process of its own: other tests open files and threads, too.
  @Test(
    "Fetches that are done or cancelled, and engines that are closed or forgotten, leave no file and no thread behind")
  func leavesNothing() async {
    await #expect(processExitsWith: .success) {
      // What libraries and the system open once and for all is open after this.
      try await CancellationTests.round(closes: true)
      #expect(try await CancellationTests.settles { CancellationTests.engineThreads() == 0 })
      // The server's own sockets go within moments.
      try await Task.sleep(for: .milliseconds(200))
      let before = CancellationTests.descriptors()
      for closes in [true, false, true] { try await CancellationTests.round(closes: closes) }
      #expect(try await CancellationTests.settles { CancellationTests.engineThreads() == 0 })
      #expect(try await CancellationTests.settles { CancellationTests.descriptors() <= before })
    }
  }
}
