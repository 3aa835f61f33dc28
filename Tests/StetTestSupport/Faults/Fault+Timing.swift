extension Fault {
  /// It takes for ever.
  public static let timing: [Fault] = [
    Fault("says nothing", .fails("timeout"), exit: 69, limit: .stall) { _ in ScriptedResponse(steps: [silence]) },
    Fault("falls silent within the status line", .fails("timeout"), exit: 69, limit: .stall) { _ in
      ScriptedResponse(steps: [.bytes(Array("HTTP/1.1 2".utf8)), silence])
    },
    Fault("falls silent within the head", .fails("timeout"), exit: 69, limit: .stall) { _ in
      ScriptedResponse(steps: [.bytes(Array("HTTP/1.1 200 OK\r\nContent-Le".utf8)), silence])
    },
    Fault("falls silent after the head", .fails("timeout"), exit: 69, limit: .stall) {
      ScriptedResponse(steps: ScriptedResponse.page(body: $0.html, truncateAt: 0).steps + [silence])
    },
    Fault("falls silent one byte before the end", .fails("timeout"), exit: 69, limit: .stall) {
      ScriptedResponse(steps: ScriptedResponse.page(body: $0.html, truncateAt: $0.html.count - 1).steps + [silence])
    },
    Fault("falls silent before the last chunk", .fails("timeout"), exit: 69, limit: .stall) {
      ScriptedResponse(
        steps: [
          .bytes(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n".utf8) + $0.html.prefix(5)), silence,
        ])
    },
    Fault("falls silent after an early hint", .fails("timeout"), exit: 69, limit: .stall) { _ in
      ScriptedResponse(steps: [.bytes(Array("HTTP/1.1 103 Early Hints\r\n\r\n".utf8)), silence])
    },
    Fault("keeps a body without length open after its end", .fails("timeout"), exit: 69, limit: .stall) {
      ScriptedResponse(steps: [.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + $0.html), silence])
    },
    Fault("redirects to silence", .fails("timeout"), exit: 69, limit: .stall) {
      $0.below.isEmpty ? .redirect("\($0.path)/silence") : ScriptedResponse(steps: [silence])
    },
    Fault("drips the head byte by byte", .fails("timeout"), exit: 69, limit: .deadline) { _ in
      ScriptedResponse(steps: [
        drip(Array("HTTP/1.1 200 OK\r\nX-Filler: \(String(repeating: "x", count: 3000))".utf8))
      ])
    },
    Fault("drips the body byte by byte", .fails("timeout"), exit: 69, limit: .deadline) {
      ScriptedResponse(steps: ScriptedResponse.page(body: $0.html, truncateAt: 0).steps + [drip($0.html)])
    },
    Fault("drips empty fields of trailers", .fails("timeout"), exit: 69, limit: .deadline) { _ in
      ScriptedResponse(steps: [
        .bytes(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n".utf8)),
        drip(Array(Array(repeating: Array("A:\r\n".utf8), count: 500).joined())),
      ])
    },
    Fault("redirects slowly and for ever", .fails("timeout"), exit: 69, limit: .deadline) {
      ScriptedResponse(
        steps: [.pause(.milliseconds(150))]
          + ScriptedResponse.redirect("\($0.path)/\((Int($0.below) ?? 0) + 1)").steps, ending: .keepsOpen)
    },
    Fault("sends the whole page slowly, but in time", .whole, exit: 0) {
      let whole = $0.framed("HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8")
      guard case .bytes(let bytes)? = whole.steps.first else { return whole }
      return ScriptedResponse(steps: [.paced(bytes, piece: 200, every: .milliseconds(3))])
    },
  ]

  private static let silence = ScriptedResponse.Step.pause(.seconds(60))

  /// Faster than a stall, but not done in time.
  private static func drip(_ bytes: [UInt8]) -> ScriptedResponse.Step {
    .paced(bytes, piece: 1, every: .milliseconds(20))
  }
}
