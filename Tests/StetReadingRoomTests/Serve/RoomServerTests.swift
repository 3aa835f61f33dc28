import Dispatch
import Glibc
import StetArchive
import StetTestSupport
import Testing

@testable import StetReadingRoom

/// The room over a socket.
@Suite struct RoomServerTests {
  let sites: InventedSites

  init() throws {
    sites = try InventedSites()
    try sites.capture("http://reviews.example/film", title: "The Quiet Harbour", on: 1)
  }

  /// Longer than other tests of the run can keep this one's threads waiting.
  private static let patience = {
    var patience = Patience()
    patience.arrival = .seconds(300)
    patience.taking = .seconds(300)
    return patience
  }()

  /// Serves while the body runs.
  private func serving(
    _ change: (inout RoomServer.Options) -> Void = { _ in }, _ body: @escaping @Sendable (UInt16) throws -> Void
  ) async throws {
    var options = RoomServer.Options()
    change(&options)
    let server = try RoomServer(sites.room, options, patience: Self.patience)
    let port = try #require(OwnNames.parts(String(server.address.dropFirst(7).dropLast()))?.port)
    let task = Task { try await server.run() }
    defer { task.cancel() }
    try await Self.blocking { try body(port) }
    task.cancel()
    _ = await task.result
  }

  /// Blocking calls stay away from the threads that the server needs.
  private static func blocking(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "client").async { continuation.resume(with: Result { try body() }) }
    }
  }

  private static func ask(_ port: UInt16, _ text: String, ipv6: Bool = false) throws -> String {
    let client = try RoomClient(port: port, ipv6: ipv6)
    client.send(text)
    return client.readAll()
  }

  private static func get(_ port: UInt16, _ path: String, _ fields: String...) throws -> String {
    let lines = (["GET \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + fields)
    return try ask(port, lines.joined(separator: "\r\n") + "\r\n\r\n")
  }

  @Test("A page comes with its length, its policy and a tag, by which it is not sent again")
  func page() async throws {
    try await serving { port in
      let answer = try Self.get(port, "/")
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"))
      #expect(answer.contains("\r\nContent-Security-Policy: default-src 'none';"))
      #expect(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"))
      let halves = answer.split(separator: "\r\n\r\n", maxSplits: 1)
      #expect(halves[0].contains("Content-Length: \(halves[1].utf8.count)"))
      let tag = try #require(halves[0].split(separator: "\r\n").first { $0.hasPrefix("ETag: ") }?.dropFirst(6))
      let again = try Self.get(port, "/", "If-None-Match: \(tag)")
      #expect(again.hasPrefix("HTTP/1.1 304 Not Modified\r\n") && again.hasSuffix("\r\n\r\n"))
      #expect(!again.contains("Content-Length"))
    }
  }

  @Test("HEAD has the fields of GET and no body; other methods are refused, and a body is not read")
  func methods() async throws {
    try await serving { port in
      let head = try Self.ask(port, "HEAD / HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
      #expect(head.hasPrefix("HTTP/1.1 200 OK") && head.hasSuffix("\r\n\r\n"))
      #expect(!head.contains("Content-Length: 0"))
      let post = try Self.ask(port, "POST / HTTP/1.1\r\nHost: localhost:\(port)\r\nContent-Length: 5\r\n\r\nGET /")
      #expect(post.hasPrefix("HTTP/1.1 405") && post.contains("\r\nAllow: GET, HEAD\r\n"))
      #expect(post.contains("Connection: close"))
    }
  }

  @Test("Requests one after the other on one connection are answered in order")
  func pipeline() async throws {
    try await serving { port in
      let one = "GET /room.css HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n"
      let last = "GET /nothing HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n"
      let answers = try Self.ask(port, "\r\n" + one + one + last)
      #expect(answers.split(separator: "HTTP/1.1 200 OK").count == 2)
      #expect(answers.contains("HTTP/1.1 404 Not Found"))
    }
  }

  @Test("Who takes the room for another server learns nothing")
  func rebinding() async throws {
    try await serving { port in
      for host in ["evil.example:\(port)", "127.0.0.1.nip.example:\(port)", "127.0.0.1"] {
        let answer = try Self.ask(port, "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 421"), "\(host)")
        #expect(!answer.contains("reviews.example"))
      }
      #expect(
        try Self.ask(port, "GET http://evil.example/ HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n").contains(" 421 "))
      #expect(try Self.ask(port, "GET / HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 400"))
    }
    try await serving {
      $0.names = ["Reviews.Example"]
    } _: { port in
      let answer = try Self.ask(port, "GET / HTTP/1.1\r\nHost: reviews.example\r\nConnection: close\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test("IPv6 is spoken, and a name is listened at on all its addresses")
  func addresses() async throws {
    try await serving {
      $0.host = "[::1]"
    } _: { port in
      let answer = try Self.ask(port, "GET / HTTP/1.1\r\nHost: [::1]:\(port)\r\nConnection: close\r\n\r\n", ipv6: true)
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
    try await serving {
      $0.host = "localhost"
    } _: { port in
      let answer = try Self.get(port, "/")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test("IPv4 addresses as IPv6 writes them are what they stand for: loopback is, all others are not")
  func mapped() async throws {
    try await serving {
      $0.host = "::ffff:127.0.0.1"
    } _: { port in
      let answer = try Self.get(port, "/")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
    var options = RoomServer.Options()
    options.host = "::ffff:192.0.2.7"
    #expect(throws: ServeError.self) { try RoomServer(sites.room, options) }
  }

  @Test("A request whose end nobody can tell is answered, and its connection closed")
  func framing() async throws {
    try await serving { port in
      let host = "Host: localhost:\(port)"
      let start = "GET / HTTP/1.1\r\n\(host)\r\n"
      let smuggled = "GET /room.css HTTP/1.1\r\n\(host)\r\n\r\n"
      for (fields, status) in [
        ("Content-Length: +5", 400), ("Content-Length: 5\r\nTransfer-Encoding: chunked", 400),
        ("Transfer-Encoding: x", 501),
      ] {
        let answer = try Self.ask(port, "\(start)\(fields)\r\n\r\n\(smuggled)")
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(fields)")
        #expect(answer.contains("\r\nConnection: close\r\n") && answer.occurrences(of: "HTTP/1.1 ") == 1)
      }
    }
  }

  @Test("Garbage, floods and clients that go away end their own connection and no other")
  func hostility() async throws {
    try await serving { port in
      #expect(try Self.ask(port, "\u{16}\u{3}\u{1}\u{2}\r\n\r\n").hasPrefix("HTTP/1.1 400"))
      let flood =
        "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "x: \(String(repeating: "y", count: 990))\r\n", count: 40)
      #expect(try Self.ask(port, flood).hasPrefix("HTTP/1.1 431"))
      #expect(try Self.ask(port, String(repeating: "x", count: 40_000)).hasPrefix("HTTP/1.1 431"))
      var waiting: [RoomClient] = []
      for number in 0..<60 {
        let client = try RoomClient(port: port)
        client.send(number % 2 == 0 ? "GET / HTTP/1.1\r\nHos" : "GET / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
        if number % 3 > 0 { waiting.append(client) }
      }
      #expect(try Self.get(port, "/").hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test("Pages that take long to make hold up neither the connections nor the end")
  func slowPages() async throws {
    let room = ReadingRoom(
      shelf: sites.room.shelf,
      instead: { request in
        if request.path == "/slow" { usleep(400_000) }
        return RoomAnswer(type: "text/plain", .bytes(Array(request.path.utf8)))
      })
    let server = try RoomServer(room, RoomServer.Options(), patience: Self.patience)
    let port = try #require(OwnNames.parts(String(server.address.dropFirst(7).dropLast()))?.port)
    let task = Task { try await server.run() }
    try await Self.blocking {
      let clients = try (0..<40).map { _ in try RoomClient(port: port) }
      for client in clients {
        client.send("GET /slow HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
      }
      #expect(clients[0].readAll().hasSuffix("/slow"))
      // Those that were asked for last are not made yet; who asks for nothing that can be made is answered all the same.
      #expect(try Self.ask(port, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").hasPrefix("HTTP/1.1 421"))
    }
    task.cancel()
    _ = await task.result
  }

  @Test("Who asks and takes nothing of the answer is no longer waited for", arguments: [true, false])
  func idleReaders(isFile: Bool) async throws {
    let content = [UInt8](repeating: 7, count: 8 << 20)
    try sites.folder.write("large", content)
    let path = sites.folder.path("large")
    let room = ReadingRoom(
      shelf: sites.room.shelf,
      instead: { _ in RoomAnswer(type: "application/octet-stream", isFile ? .file(path) : .bytes(content)) })
    var patience = Patience()
    patience.taking = .seconds(2)
    // Who takes what comes gets all of it, however long this machine keeps it from taking: so by a patient server.
    for (isIdle, patience) in [(true, patience), (false, Patience())] {
      let server = try RoomServer(room, RoomServer.Options(), patience: patience)
      let port = try #require(OwnNames.parts(String(server.address.dropFirst(7).dropLast()))?.port)
      let task = Task { try await server.run() }
      try await Self.blocking {
        guard isIdle else {
          #expect(try Self.get(port, "/").utf8.count > 8 << 20)
          return
        }
        let client = try RoomClient(port: port)
        client.send("GET / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
        #expect(client.isEnded(within: .seconds(50)))
      }
      task.cancel()
      _ = await task.result
    }
  }

  @Test("A file is sent whole, in parts, and not again when it is known")
  func files() async throws {
    let path = sites.folder.path("large")
    var content = [UInt8](repeating: 7, count: 3_000_000)
    content[2_999_999] = 9
    try sites.folder.write("large", content)
    let room = ReadingRoom(
      shelf: sites.room.shelf,
      instead: { _ in
        RoomAnswer(type: "application/octet-stream", .file(path), headers: [("X-Kind", "file")])
      })
    let server = try RoomServer(room, RoomServer.Options(), patience: Self.patience)
    let port = try #require(OwnNames.parts(String(server.address.dropFirst(7).dropLast()))?.port)
    let task = Task { try await server.run() }
    try await Self.blocking {
      let whole = try Self.get(port, "/")
      #expect(whole.contains("\r\nContent-Length: 3000000\r\n") && whole.utf8.count > 3_000_000)
      #expect(whole.utf8.last == 9)
      let part = try Self.get(port, "/", "Range: bytes=2999990-")
      #expect(part.hasPrefix("HTTP/1.1 206 Partial Content\r\n"))
      #expect(part.contains("Content-Range: bytes 2999990-2999999/3000000\r\n"))
      #expect(part.utf8.suffix(10) == [7, 7, 7, 7, 7, 7, 7, 7, 7, 9])
      #expect(try Self.get(port, "/", "Range: bytes=3000000-").contains("416 Range Not Satisfiable"))
      let tag = try #require(part.split(separator: "\r\n").first { $0.hasPrefix("ETag: ") }?.dropFirst(6))
      #expect(try Self.get(port, "/", "If-None-Match: \(tag)").hasPrefix("HTTP/1.1 304"))
      #expect(try Self.get(port, "/", "Range: bytes=0-1", "If-Range: \"x\"").hasPrefix("HTTP/1.1 200"))
      #expect(try Self.get(port, "/", "Range: bytes=0-1", "If-Range: \(tag)").hasPrefix("HTTP/1.1 206"))
    }
    task.cancel()
    _ = await task.result
  }

  @Test("An address that others can reach is refused unless they may, a port that is taken always")
  func refusals() throws {
    func code(_ change: (inout RoomServer.Options) -> Void) -> ServeError.Code? {
      var options = RoomServer.Options()
      change(&options)
      do {
        _ = try RoomServer(sites.room, options)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code { $0.host = "0.0.0.0" } == .publicAddress)
    #expect(code { $0.host = "::" } == .publicAddress)
    #expect(code { $0.host = "192.0.2.7" } == .publicAddress)
    #expect(code { ($0.host, $0.allowsPublic) = ("192.0.2.7", true) } == .badAddress)
    #expect(code { $0.host = "no.such.host.invalid" } == .badAddress)
    let taken = try RoomServer(sites.room, RoomServer.Options())
    let port = try #require(OwnNames.parts(String(taken.address.dropFirst(7).dropLast()))?.port)
    #expect(code { $0.port = port } == .portInUse)
  }
}
