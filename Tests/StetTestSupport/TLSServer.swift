internal import Glibc

/// `openssl s_server`, which answers every page with its own status, behind a self-signed certificate for one name.
public final class TLSServer: Sendable {
  /// The port on loopback.
  public let port: Int
  /// Path of the certificate, in PEM form.
  public let certificate: String
  private let folder: TemporaryDirectory
  private let process: RunningProcess

  /// Makes a certificate, starts the server and waits until it listens.
  public init(name: String) throws {
    folder = try TemporaryDirectory()
    certificate = folder.path("certificate.pem")
    let made = try ProcessRun.run(
      "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
        "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)", "-keyout", folder.path("key.pem"), "-out", certificate,
      ])
    guard made.exitCode == 0 else { throw SystemFailure("openssl req: \(made.errorOutput)", code: EINVAL) }
    // Port 0 lets the system choose, and s_server prints the choice.
    process = try RunningProcess(
      "openssl",
      ["s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate, "-key", folder.path("key.pem")])
    let end = ContinuousClock.now + .seconds(20)
    while true {
      if let line = process.outputSoFar.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT") }),
        let number = line.split(separator: ":").last.flatMap({ Int($0) })
      {
        port = number
        return
      }
      guard ContinuousClock.now < end else { throw SystemFailure("start openssl s_server", code: ETIMEDOUT) }
      usleep(5000)
    }
  }
}
