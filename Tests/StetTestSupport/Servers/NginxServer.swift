internal import Glibc

/// nginx on a loopback host of its own, with its files in a temporary folder: gzip, ETag and Last-Modified, byte ranges;
/// HTTP/1.1 on one port, HTTP/2 over TLS on another.
public final class NginxServer: Sendable {
  /// Whether nginx is there.
  public static var isInstalled: Bool { InstalledProgram.path("nginx") != nil }

  /// A line of its log.
  public struct Line: Sendable, Hashable {
    /// "HTTP/1.1" or "HTTP/2.0".
    public let version: String
    /// The path asked for.
    public let path: String
    /// The status.
    public let status: Int
    /// Which connection it came on.
    public let connection: Int
    /// Content-Encoding of the answer, or "-".
    public let encoding: String
    /// If-None-Match and If-Modified-Since of the request, or "-".
    public let conditions: [String]
    /// Range of the request, or "-".
    public let range: String
  }

  /// What it serves; changes show at once.
  public let site: TemporaryDirectory
  /// Signs the certificate.
  public let authority: TestAuthority
  /// "http://127.1.2.3:40000"
  public let origin: String
  /// "https://127.1.2.3:40001"
  public let secureOrigin: String
  private let folder: TemporaryDirectory
  private let process: RunningProcess

  /// Starts it and waits until it listens.
  /// - Parameter host: numbered as for `ScriptedServer.Interface.host`.
  public init(host: UInt16) throws {
    site = try TemporaryDirectory()
    folder = try TemporaryDirectory()
    let interface = ScriptedServer.Interface.host(host)
    authority = try TestAuthority(host: interface.name)
    guard let program = InstalledProgram.path("nginx") else { throw SystemFailure("find nginx", code: ENOENT) }
    // nginx cannot choose a port, so ours may be taken between our choice and its start: then it ends at once.
    for _ in 0..<5 {
      let (plain, secure) = (try FreePort.find(on: interface), try FreePort.find(on: interface))
      try folder.write("nginx.conf", Self.configuration(folder, site, authority, interface.name, plain, secure))
      let process = try RunningProcess(
        program, ["-p", folder.path, "-e", folder.path("error.log"), "-c", folder.path("nginx.conf")])
      guard FreePort.waitUntilTaken(plain, on: interface), FreePort.waitUntilTaken(secure, on: interface) else {
        continue
      }
      self.process = process
      origin = "http://\(interface.name):\(plain)"
      secureOrigin = "https://\(interface.name):\(secure)"
      return
    }
    throw SystemFailure("start nginx: \((try? folder.text("error.log")) ?? "")", code: EADDRINUSE)
  }

  /// What it was asked so far.
  /// - Parameter lines: So many are waited for, up to ten seconds: nginx writes a line after the client has its answer.
  public func log(atLeast lines: Int = 0) throws -> [Line] {
    for _ in 0..<1_000 {
      if try readLog().count >= lines { break }
      usleep(10_000)
    }
    return try readLog()
  }

  private func readLog() throws -> [Line] {
    try folder.text("access.log").split(separator: "\n").compactMap { line in
      let words = line.split(separator: "\t").map(String.init)
      guard words.count == 8, let status = Int(words[2]), let connection = Int(words[3]) else { return nil }
      return Line(
        version: words[0], path: words[1], status: status, connection: connection, encoding: words[4],
        conditions: [words[5], words[6]], range: words[7])
    }
  }

  private static func configuration(
    _ folder: TemporaryDirectory, _ site: TemporaryDirectory, _ authority: TestAuthority, _ host: String, _ plain: Int,
    _ secure: Int
  ) -> String {
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(folder.path)/temp;" }.joined(separator: " ")
    return """
      daemon off;
      master_process off;
      pid \(folder.path)/nginx.pid;
      events { worker_connections 256; }
      http {
        log_format tabs "$server_protocol\\t$uri\\t$status\\t$connection\\t$sent_http_content_encoding\\t"
          "$http_if_none_match\\t$http_if_modified_since\\t$http_range";
        access_log \(folder.path)/access.log tabs;
        \(temporary)
        types { text/html html; application/rss+xml rss; application/xml xml; text/plain txt; }
        gzip on;
        gzip_types *;
        gzip_min_length 1;
        keepalive_timeout 60s;
        server { listen \(host):\(plain); root \(site.path); }
        server {
          listen \(host):\(secure) ssl http2;
          ssl_certificate \(authority.certificate);
          ssl_certificate_key \(authority.key);
          root \(site.path);
        }
      }
      """
  }
}
