internal import Glibc

/// Python's `http.server`: HTTP/1.0, a connection for each request, Last-Modified and no ETag, lists for folders.
public final class PythonServer: Sendable {
  /// Whether Python is there.
  public static var isInstalled: Bool { InstalledProgram.path("python3") != nil }

  /// What it serves; changes show at once.
  public let site: TemporaryDirectory
  /// "http://127.1.2.3:40000"
  public let origin: String
  private let process: RunningProcess

  /// Starts it and waits until it listens.
  /// - Parameter host: numbered as for `ScriptedServer.Interface.host`.
  public init(host: UInt16) throws {
    site = try TemporaryDirectory()
    let name = ScriptedServer.Interface.host(host).name
    process = try RunningProcess(
      "python3", ["-u", "-m", "http.server", "0", "--bind", name, "--directory", site.path])
    for _ in 0..<4000 {
      // "Serving HTTP on 127.0.0.1 port 40000 (http://127.0.0.1:40000/) ..."
      let words = process.outputSoFar.split(separator: " ")
      if let place = words.firstIndex(of: "port"), words.indices.contains(place + 2), let port = Int(words[place + 1]) {
        origin = "http://\(name):\(port)"
        return
      }
      usleep(5000)
    }
    throw SystemFailure("start python3 -m http.server: \(process.wait(timeout: .zero).errorOutput)", code: ETIMEDOUT)
  }
}
