internal import Glibc

/// A certificate authority of the test's own, made by `openssl`, and one certificate that it has signed.
public final class TestAuthority: Sendable {
  /// The authority's own certificate, in PEM form: what `CURL_CA_BUNDLE` is set to by those who trust it.
  public let bundle: String
  /// The server's certificate, and its key.
  let certificate: String
  let key: String
  private let folder: TemporaryDirectory

  /// Makes both.
  /// - Parameter host: whose certificate it is: an IPv4 address.
  public init(host: String) throws {
    folder = try TemporaryDirectory()
    bundle = folder.path("ca.pem")
    certificate = folder.path("server.pem")
    key = folder.path("server.key")
    let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    try Self.openssl(
      ["req", "-x509", "-subj", "/CN=Test Authority", "-keyout", folder.path("ca.key"), "-out", bundle] + curve)
    try Self.openssl(
      ["req", "-subj", "/CN=\(host)", "-keyout", key, "-out", folder.path("server.csr")]
        + curve.filter { $0 != "-days" && $0 != "2" })
    try folder.write("names", "subjectAltName=IP:\(host)\n")
    try Self.openssl([
      "x509", "-req", "-in", folder.path("server.csr"), "-CA", bundle, "-CAkey", folder.path("ca.key"),
      "-CAcreateserial", "-days", "2", "-extfile", folder.path("names"), "-out", certificate,
    ])
  }

  private static func openssl(_ arguments: [String]) throws {
    let made = try ProcessRun.run("openssl", arguments)
    guard made.exitCode == 0 else { throw SystemFailure("openssl \(arguments[0]): \(made.errorOutput)", code: EINVAL) }
  }
}
