extension Fault {
  /// It sends the client somewhere else.
  public static let redirects: [Fault] = [
    Fault("redirects to itself", .fails("redirectLoop"), exit: 69) { .redirect($0.path) },
    Fault("redirects in a circle of two", .fails("redirectLoop"), exit: 69) {
      .redirect($0.below.isEmpty ? "\($0.path)/b" : $0.path)
    },
    Fault("redirects to ever new addresses", .fails("redirectLoop"), exit: 69) {
      .redirect("\($0.path)/\((Int($0.below) ?? 0) + 1)")
    },
    Fault("redirects in a circle of fragments", .fails("redirectLoop"), exit: 69) {
      .redirect("\($0.path)#\($0.request.connection)")
    },
    Fault("redirects to a file", .fails("schemeForbidden"), exit: 77) { _ in .redirect("file:///etc/passwd") },
    Fault("redirects to ftp", .fails("schemeForbidden"), exit: 77) { _ in .redirect("ftp://127.0.0.1/") },
    Fault("redirects to a script", .fails("schemeForbidden"), exit: 77) { _ in .redirect("javascript:alert(1)") },
    Fault("redirects to data", .fails("schemeForbidden"), exit: 77) { _ in .redirect("data:text/html,<p>no") },
    Fault("redirects to gopher", .fails("schemeForbidden"), exit: 77) { _ in
      .redirect("gopher://127.0.0.1:6379/_FLUSHALL")
    },
    Fault("redirects into a private network", .fails("addressForbidden"), exit: 77) { _ in
      .redirect("http://10.0.0.1/admin")
    },
    Fault("redirects to a cloud's metadata", .fails("addressForbidden"), exit: 77) { _ in
      .redirect("http://169.254.169.254/latest/meta-data/")
    },
    Fault("redirects into a private network, written as one number", .fails("addressForbidden"), exit: 77) { _ in
      .redirect("http://167772161/")
    },
    Fault("redirects into a private network, written in octal", .fails("addressForbidden"), exit: 77) { _ in
      .redirect("http://012.0.0.1/")
    },
    Fault("redirects into a private network, mapped into IPv6", .fails("addressForbidden"), exit: 77) { _ in
      .redirect("http://[::ffff:10.0.0.1]/")
    },
    Fault("redirects to a unique local address", .fails("addressForbidden"), exit: 77) { _ in
      .redirect("http://[fd00::1]/")
    },
    Fault("redirects to no address at all", .fails("addressForbidden"), exit: 77) { _ in .redirect("http://0.0.0.0/") },
    Fault("redirects to many hosts", .fails("addressForbidden"), exit: 77) { _ in .redirect("http://224.0.0.1/") },
    Fault("redirects into a private network on the second hop", .fails("addressForbidden"), exit: 77) {
      .redirect($0.below.isEmpty ? "\($0.path)/b" : "http://192.168.1.1/")
    },
    Fault("redirects to an address that is none", .fails("protocolViolation"), exit: 69) { _ in
      .redirect("http://[half/an/address")
    },
    Fault("redirects to a port that is none", .fails("protocolViolation"), exit: 69) { _ in
      .redirect("http://127.0.0.1:123456/")
    },
    Fault("redirects to a closed door", .fails("cannotConnect"), exit: 69) { _ in .redirect("http://127.0.0.1:1/") },
    Fault("redirects without saying where to", .page(302), exit: 69) { .page(302, body: $0.html) },
    Fault("redirects to nowhere", .page(302), exit: 69) { .page(302, headers: [("Location", "")], body: $0.html) },
    Fault("redirects with a body without end", .whole, exit: 0) {
      guard $0.below.isEmpty else { return .page(body: $0.html) }
      return ScriptedResponse(steps: [
        .bytes(Array("HTTP/1.1 302 Found\r\nLocation: \($0.path)/b\r\n\r\n".utf8)),
        .repeated([UInt8](repeating: 0x20, count: 1 << 16), times: 1 << 18),
      ])
    },
    Fault("redirects with a body that is no gzip", .whole, exit: 0) {
      $0.below.isEmpty
        ? .redirect("\($0.path)/b", headers: [("Content-Encoding", "gzip")]) : .page(body: $0.html)
    },
    Fault("redirects with a line break in the address", .page(404), exit: 69) {
      $0.raw("HTTP/1.1 302 Found", "Location: /else%0D%0AX-Injected:%20yes", "Content-Length: 0", body: [])
    },
    Fault("redirects by a meta element", .page(200), exit: 65) {
      .page(text: "<meta http-equiv=refresh content='0; url=\($0.path)/b'>")
    },
    Fault("redirects a thousand bytes at a time", .fails("redirectLoop"), exit: 69) {
      .redirect("\($0.path)/\($0.below)\(String(repeating: "x", count: 1000))")
    },
  ]
}
