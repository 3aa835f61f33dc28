internal import FlyingSocks
internal import Foundation
internal import Glibc

/// One client's connection: request after request, each answered before the next is read.
struct Connection {
  let room: ReadingRoom
  let names: OwnNames
  let socket: AsyncSocket
  /// Where the connection came in.
  let local: ListeningAddress
  let port: UInt16
  let table: ConnectionTable
  let number: Int
  let patience: Patience

  /// How much of a file is read at once.
  private static let read = 1 << 18
  /// How much is sent before the client's time begins anew.
  private static let piece = 1 << 15
  /// What the system keeps for a client that has not taken it yet, in bytes; Linux doubles it. A third of that is taken before
  /// more can be sent: with a larger one, a slow client would seem to take nothing for long.
  static let kept = Int32(1 << 16)

  /// Serves until the client goes, or is too slow.
  func serve() async {
    var buffer: [UInt8] = []
    // Who connects has something to ask.
    var wait = patience.arrival
    do {
      while let request = try await readHead(&buffer, wait) {
        wait = patience.rest
        table.extend(number, by: patience.answering)
        let isKept = request.isKeptAlive && !request.hasBody
        try await send(try await answer(request), to: request, isKept: isKept)
        guard isKept else { break }
      }
    } catch let fault as RequestFault {
      try? await refuse(fault)
    } catch {
      // The client has gone, or its time is over.
    }
    await close()
  }

  /// The next request; nil when the client has no more.
  private func readHead(_ buffer: inout [UInt8], _ wait: Duration) async throws -> RequestHead? {
    table.extend(number, by: buffer.isEmpty ? wait : patience.arrival)
    var searched = 0
    while true {
      // Some clients send an empty line before a request (RFC 9112, 2.2).
      let empty = buffer.prefix { $0 == 0x0D || $0 == 0x0A }.count
      if empty > 0 { buffer.removeFirst(empty) }
      if let end = RequestHead.end(in: buffer, from: searched) {
        guard end.head <= RequestHead.maximumBytes else { throw RequestFault.tooLarge }
        let head = try RequestHead(buffer[..<end.head])
        buffer.removeFirst(end.next)
        return head
      }
      guard buffer.count <= RequestHead.maximumBytes else { throw RequestFault.tooLarge }
      searched = max(0, buffer.count - 3)
      let isFirst = buffer.isEmpty
      do {
        buffer += try await socket.read(atMost: 4096)
      } catch SocketError.disconnected where isFirst {
        return nil
      }
      if isFirst { table.extend(number, by: patience.arrival) }
    }
  }

  private func answer(_ request: RequestHead) async throws -> RoomAnswer {
    guard names.include(request.host, local: local, port: port) else {
      throw RequestFault(
        status: 421, message: "This is not '\(request.host)'. If it should be, serve with '--name' and that name.")
    }
    var fields = request.fields
    fields["host"] = request.host
    let question = RoomRequest(
      method: request.method, path: request.path, query: request.query, rawQuery: request.rawQuery,
      headers: fields)
    let room = room
    return await OffThread.run { room.answer(question) }
  }

  private func send(_ answer: RoomAnswer, to request: RequestHead, isKept: Bool) async throws {
    var head = AnswerHead(
      status: answer.status, fields: answer.headers + [("Date", DateField.now)])
    if !isKept { head.fields.append(("Connection", "close")) }
    switch answer.body {
    case .bytes(let bytes):
      if answer.status != 304 { head.fields.append(("Content-Length", "\(bytes.count)")) }
      try await write(head.bytes + (request.method == "HEAD" ? [] : bytes))
    case .file(let path): try await sendFile(path, head, to: request)
    }
  }

  private func sendFile(_ path: String, _ head: AnswerHead, to request: RequestHead) async throws {
    guard let file = await OffThread.run({ ServedFile(path) }) else {
      throw RequestFault(status: 404, message: "This file is gone, or cannot be read.")
    }
    var head = head
    head.fields += [("ETag", file.tag), ("Accept-Ranges", "bytes")]
    let isUnchanged = request.fields["if-none-match"].map { EntityTag.list($0, includes: file.tag) } ?? false
    var range = ByteRange(request.fields["range"], size: file.size)
    if request.method != "GET" || request.fields["if-range"].map({ $0 != file.tag }) ?? false { range = .whole }
    switch range {
    case _ where isUnchanged: head = AnswerHead(status: 304, fields: head.fields)
    case .whole: head.fields.append(("Content-Length", "\(file.size)"))
    case .part(let part):
      head = AnswerHead(status: 206, fields: head.fields)
      head.fields += [
        ("Content-Range", "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"),
        ("Content-Length", "\(part.count)"),
      ]
    case .outside:
      head = AnswerHead(status: 416, fields: head.fields)
      head.fields += [("Content-Range", "bytes */\(file.size)"), ("Content-Length", "0")]
    }
    try await write(head.bytes)
    guard request.method != "HEAD", head.status == 200 || head.status == 206 else { return }
    let part = if case .part(let part) = range { part } else { 0..<file.size }
    var offset = part.lowerBound
    while offset < part.upperBound {
      let start = offset
      let count = min(Self.read, part.upperBound - offset)
      table.extend(number, by: patience.answering)
      let bytes = await OffThread.run { file.bytes(from: start, count: count) }
      // A file that got shorter: the client sees that the length was not reached.
      guard !bytes.isEmpty else { throw SocketError.disconnected }
      try await write(bytes)
      offset += bytes.count
    }
  }

  /// Sends; who takes nothing for long is no longer waited for.
  private func write(_ bytes: [UInt8]) async throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      table.extend(number, by: patience.taking)
      try await socket.write(Data(rest.prefix(Self.piece)))
      rest = rest.dropFirst(Self.piece)
    }
  }

  /// Says why a request is not answered, after which nothing more is read.
  private func refuse(_ fault: RequestFault) async throws {
    let text = Array("\(fault.message)\n".utf8)
    var head = AnswerHead(status: fault.status, fields: [("Content-Type", "text/plain; charset=utf-8")])
    head.fields += SecurityHeaders.all
    head.fields += [("Date", DateField.now), ("Content-Length", "\(text.count)"), ("Connection", "close")]
    try await write(head.bytes + text)
  }

  /// Closes. What the client still sends is read for a moment: closed before, its unread bytes would take the answer
  /// with them (RFC 9112, 9.6). Of a client whose time is over the system keeps nothing to be sent.
  private func close() async {
    if Task.isCancelled {
      var reset = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        socket.socket.file.rawValue, SOL_SOCKET, SO_LINGER, &reset, socklen_t(MemoryLayout<linger>.size))
    } else if shutdown(socket.socket.file.rawValue, Int32(SHUT_WR)) == 0 {
      table.extend(number, by: patience.parting)
      var left = 1 << 20
      while left > 0, let bytes = try? await socket.read(atMost: 4096) { left -= bytes.count }
    }
    try? socket.close()
    table.close(number)
  }
}
