import StetGzip
import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

@Suite struct BrokenResponseTests {
  private let text = Array(repeatElement(Array("Let it stand. ".utf8), count: 500).joined())

  private func failure(_ response: ScriptedResponse, _ change: (inout FetchPolicy) -> Void = { _ in }) async throws
    -> FetchError
  {
    let server = try ScriptedServer()
    server.on("/a", response)
    return try await fetcher([:], change).failure(server.address("/a"))
  }

  private func gzip(_ bytes: [UInt8], chunked: Bool = false) -> ScriptedResponse {
    .page(headers: [("Content-Encoding", "gzip")], body: bytes, chunked: chunked)
  }

  @Test("A body shorter than its Content-Length is truncated, never a page")
  func shortBody() async throws {
    #expect(try await failure(.page(body: text, truncateAt: 6999)).code == .truncated)
    #expect(try await failure(.page(body: text, truncateAt: 0)).code == .truncated)
  }

  @Test("A chunked body that ends without its last chunk is truncated")
  func shortChunks() async throws {
    for end in [0, 3, 1500, 7000] {
      #expect(try await failure(.page(body: text, chunked: true, truncateAt: end)).code == .truncated, "cut at \(end)")
    }
  }

  @Test("A connection that ends before or within the head is truncated")
  func shortHead() async throws {
    #expect(try await failure(.raw("")).code == .truncated)
    #expect(try await failure(ScriptedResponse(steps: [], ending: .resets)).code == .truncated)
    #expect(try await failure(.raw("HTTP/1.1 200 OK\r\nContent-Len")).code == .truncated)
  }

  @Test("A connection that is reset within the body is truncated")
  func reset() async throws {
    var response = ScriptedResponse.page(body: text, truncateAt: 100)
    response.steps.append(.pause(.milliseconds(100)))
    response.ending = .resets
    #expect(try await failure(response).code == .truncated)
  }

  @Test("A compressed body arrives decompressed, chunked or not")
  func decompressed() async throws {
    let server = try ScriptedServer()
    for chunked in [false, true] {
      server.on("/a", gzip(try Gzip.compress(text), chunked: chunked))
      #expect(try await fetcher().fetch(server.address("/a")).body == text)
    }
  }

  @Test("A body that is not what its Content-Encoding says is corrupt")
  func corrupt() async throws {
    #expect(try await failure(gzip(text)).code == .corrupt)
    var damaged = try Gzip.compress(text)
    damaged[damaged.count - 6] ^= 0x55
    #expect(try await failure(gzip(damaged)).code == .corrupt)
    for encoding in ["br", "zstd", "deflate", "no-such-encoding", "gzip, br"] {
      let response = ScriptedResponse.page(headers: [("Content-Encoding", encoding)], body: text)
      #expect(try await failure(response).code == .corrupt, "\(encoding)")
    }
  }

  @Test("A body over the limit is an error, not a short page; at the limit it is whole")
  func limit() async throws {
    for chunked in [false, true] {
      let error = try await failure(.page(body: text, chunked: chunked)) { $0.maximumBodyBytes = 6999 }
      #expect(error.code == .tooLarge)
      #expect(error.message.contains("6999 bytes"))
    }
    let server = try ScriptedServer()
    server.on("/a", .page(body: text))
    #expect(try await fetcher { $0.maximumBodyBytes = 7000 }.fetch(server.address("/a")).body == text)
  }

  @Test("A small body that inflates over the limit is an error, and the rest is not inflated")
  func bomb() async throws {
    let bomb = try Gzip.compress([UInt8](repeating: 0x20, count: 20_000_000))
    #expect(bomb.count < 100_000)
    #expect(try await failure(gzip(bomb)).code == .tooLarge)
    #expect(try await failure(gzip(bomb, chunked: true)) { $0.maximumBodyBytes = 100_000 }.code == .tooLarge)
  }

  @Test("An endless body ends at the limit")
  func endless() async throws {
    let response = ScriptedResponse(
      steps: [
        .bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)),
        .repeated([UInt8](repeating: 0x20, count: 1 << 16), times: 1 << 20),
      ])
    #expect(try await failure(response).code == .tooLarge)
  }

  @Test("A body of a megabyte arrives whole")
  func large() async throws {
    let body = (0..<1_000_003).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let server = try ScriptedServer()
    server.on("/a", .page(body: body))
    server.on("/b", .page(body: body, chunked: true))
    #expect(try await fetcher().fetch(server.address("/a")).body == body)
    #expect(try await fetcher().fetch(server.address("/b")).body == body)
  }

  @Test("A head over the limit is an error: many fields, one long field, or interim responses without end")
  func head() async throws {
    let field = Array("X-Filler: \(String(repeating: "x", count: 1000))\r\n".utf8)
    let many = ScriptedResponse(
      steps: [.bytes(Array("HTTP/1.1 200 OK\r\n".utf8)), .repeated(field, times: 100_000)])
    #expect(try await failure(many).code == .tooLarge)
    let hints = ScriptedResponse(
      steps: [.repeated(Array("HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n".utf8), times: 1_000_000)])
    #expect(try await failure(hints).code == .tooLarge)
    let long = ScriptedResponse(
      steps: [.bytes(Array("HTTP/1.1 200 OK\r\nX-Long: ".utf8)), .repeated(Array("xxxxxxxxxx".utf8), times: 1_000_000)])
    #expect(try await failure(long).code == .tooLarge)
  }

  @Test(
    "What does not speak HTTP is a violation of the protocol",
    arguments: [
      "<html>no head at all</html>", "SSH-2.0-OpenSSH_9.2\r\n", "220 ftp.example ready\r\n",
      "HTTP/1.1 banana\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
      "HTTP/1.1 200 OK\r\nNul: a\0b\r\n\r\n",
    ])
  func garbage(answer: String) async throws {
    #expect(try await failure(.raw(answer)).code == .protocolViolation)
  }

  @Test("A server that falls silent is given up: before the head, within it, within the body")
  func stall() async throws {
    let silent = ScriptedResponse(steps: [.pause(.seconds(60))])
    let inHead = ScriptedResponse(steps: [.bytes(Array("HTTP/1.1 200".utf8)), .pause(.seconds(60))])
    var inBody = ScriptedResponse.page(body: text, truncateAt: 100)
    inBody.steps.append(.pause(.seconds(60)))
    for response in [silent, inHead, inBody] {
      let error = try await failure(response) { $0.stallTimeout = .milliseconds(300) }
      #expect(error.code == .timeout)
      #expect(error.message.contains("sent nothing for"))
    }
  }

  @Test("A server that dribbles is given up at the deadline, which counts all hops together")
  func deadline() async throws {
    let dribble = (0..<600).flatMap { _ in
      [ScriptedResponse.Step.bytes([0x20]), .pause(.milliseconds(100))]
    }
    let body = ScriptedResponse(steps: [.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8))] + dribble)
    let error = try await failure(body) { $0.deadline = .milliseconds(700) }
    #expect(error.code == .timeout)
    #expect(error.message.contains("not whole after"))

    let server = try ScriptedServer()
    let slow = ScriptedResponse(steps: [.pause(.milliseconds(300))] + ScriptedResponse.redirect("/a").steps)
    server.on("/a", slow)
    let late = try await fetcher {
      $0.deadline = .milliseconds(700)
      $0.maximumRedirects = 1000
    }.failure(server.address("/a"))
    #expect(late.code == .timeout)
  }
}
